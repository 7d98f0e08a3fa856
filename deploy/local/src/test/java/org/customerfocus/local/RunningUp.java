package org.customerfocus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The launcher as a process of its own, the way `deploy/local/up` runs it.
final class RunningUp implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final Process process;
  private final Path output;

  private RunningUp(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static RunningUp start(Path home, Path data, String... options) throws IOException {
    Path output = Files.createTempFile("up", ".out");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dcustomerfocus.home=" + home,
                Up.class.getName(),
                "--random-ports",
                "--data",
                data.toString()));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new RunningUp(process, output);
  }

  RunningUp untilHealthy() {
    assertThat(saysWithin("Ctrl-C stops everything", PATIENCE)).as(this::output).isTrue();
    return this;
  }

  void awaitOutput(String text) {
    assertThat(saysWithin(text, PATIENCE)).as(this::output).isTrue();
  }

  private boolean saysWithin(String text, Duration patience) {
    ManagedProcess.await(() -> !process.isAlive() || output().contains(text), patience);
    return output().contains(text);
  }

  int awaitEnd() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(this::output).isTrue();
    return process.exitValue();
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /// Everything it started, with what those started.
  List<ProcessHandle> descendants() {
    return process.descendants().toList();
  }

  static void assertGone(List<ProcessHandle> processes) {
    ManagedProcess.await(
        () -> processes.stream().noneMatch(ProcessHandle::isAlive), Duration.ofSeconds(20));
    assertThat(processes.stream().filter(ProcessHandle::isAlive).map(ProcessHandle::info))
        .isEmpty();
  }

  @Override
  public void close() throws InterruptedException, IOException {
    process.destroy();
    awaitEnd();
    Files.delete(output);
  }
}
