package org.customerfocus.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts one of the four Java processes and asks it whether it is ready.
final class ServiceControl implements ManagedProcess.Control {
  /// Small machines and many processes: the serial collector needs the least memory and no threads
  /// of its own. The two others silence warnings about what Netty and PostgreSQL's driver do.
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xms24m",
          // What requests leave behind is collected before it spreads over the heap.
          "-XX:MaxNewSize=24m",
          "-Xss512k",
          "-XX:MaxMetaspaceSize=192m",
          "-XX:ReservedCodeCacheSize=64m",
          "-XX:MaxDirectMemorySize=32m",
          // Gives memory back after a burst of work.
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=25",
          // What the compilers took from the C library goes back to the system, too.
          "-XX:TrimNativeHeapInterval=10000",
          // Java 25 has objects with smaller headers; earlier ones do without.
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UseCompactObjectHeaders",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final Program program;
  private final Path jar;
  private final Path folder;
  private final Path log;
  private final Map<String, String> settings;
  private final HttpClient http;
  private final URI readiness;

  /// @param folder the working folder: an empty one, so that no settings file is picked up by
  ///   chance
  /// @param settings environment variables, over those this program has itself
  ServiceControl(
      Program program,
      Path jar,
      Path folder,
      Path log,
      int port,
      Map<String, String> settings,
      HttpClient http) {
    this.program = program;
    this.jar = jar;
    this.folder = folder;
    this.log = log;
    this.settings = settings;
    this.http = http;
    this.readiness = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
  }

  @Override
  public Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-Xmx" + program.heap + "m", "-jar", jar.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // One arena a thread is how the C library grows; two are enough for a JVM.
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    builder.environment().putAll(settings);
    return builder.start();
  }

  @Override
  public boolean ready() {
    HttpRequest question =
        HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(5)).GET().build();
    try {
      return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void stop(Process process) {
    process.destroy();
  }
}
