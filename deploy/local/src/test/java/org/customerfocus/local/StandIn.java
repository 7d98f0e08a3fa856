package org.customerfocus.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// Takes the place of a Java process of the platform where only starting and stopping is tried:
/// keeps the contract of such a process (port, readiness, end with its parent) and makes tenants.
public final class StandIn {
  private StandIn() {}

  public static void main(String[] arguments) throws IOException {
    if (Files.exists(Path.of("refuse-to-start"))) {
      System.out.println("this stand-in was told to refuse");
      System.exit(3);
    }
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(
                System.getenv("QUARKUS_HTTP_HOST"),
                Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"))),
            0);
    server.createContext("/q/health/ready", exchange -> answer(exchange, 200, "{}"));
    server.createContext("/v1/api-keys", exchange -> answer(exchange, 200, "{}"));
    server.createContext(
        "/v1/tenants",
        exchange -> answer(exchange, 201, "{\"id\":\"t1\",\"apiKey\":{\"secret\":\"first-key\"}}"));
    server.start();
    ProcessHandle.current().parent().orElseThrow().onExit().join();
    Runtime.getRuntime().halt(0);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /// Lays out a project folder whose four programs are stand-ins.
  static Path project(Path home) throws IOException {
    for (Program program : Program.values()) {
      Path jar = program.jar(home);
      Files.createDirectories(jar.getParent());
      write(jar);
    }
    return home;
  }

  private static void write(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
    String name = StandIn.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        var bytes = StandIn.class.getResourceAsStream("/" + name)) {
      out.putNextEntry(new JarEntry(name));
      bytes.transferTo(out);
      out.closeEntry();
    }
  }
}
