package org.customerfocus.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/// The program behind `deploy/local/up`: starts the platform, says where it is, and keeps it
/// running until it is told to stop.
public final class Up {
  private Up() {}

  public static void main(String[] arguments) throws InterruptedException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(Options.USAGE);
      return;
    }
    Progress progress = new Progress(System.out);
    AtomicBoolean stopping = new AtomicBoolean();
    try {
      Path home = Path.of(System.getProperty("customerfocus.home", ""));
      run(Options.parse(List.of(arguments), home, System.getenv()), progress, stopping);
    } catch (Failure | IOException failure) {
      // What breaks while we are being stopped is no news.
      if (!stopping.get()) {
        System.err.println(
            "up: " + (failure instanceof Failure ? failure.getMessage() : failure.toString()));
      }
    }
    // Only a failure ends here; the hook below stops what was started.
    System.exit(1);
  }

  private static void run(Options options, Progress progress, AtomicBoolean stopping)
      throws IOException, InterruptedException {
    long since = System.nanoTime();
    progress.line("Customer focus platform");
    Platform platform = Platform.prepare(options, progress);
    // Ctrl-C, SIGTERM, a closed terminal, and our own end after a failure all come through here.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopping.set(true);
                  stop(platform, progress);
                },
                "stop"));
    platform.startAll();

    Gateway gateway = new Gateway(platform.http(), platform.baseUrl(), platform.operatorKey());
    Tenants tenants =
        new Tenants(options.data().resolve("secrets"), gateway, platform.operatorKey());
    Tenants.Tenant tenant = options.demo() ? tenants.named("demo", "Demo") : tenants.first();
    Connection connection =
        new Connection(platform.baseUrl(), tenant.apiKey(), platform.baseUrl() + "/docs");
    connection.publish(options.data());
    progress.line(
        String.format(Locale.ROOT, "Healthy after %.1f s.%n", (System.nanoTime() - since) / 1e9));
    progress.line(summary(options, connection, tenant));
    platform.awaitGivenUp();
  }

  private static String summary(Options options, Connection connection, Tenants.Tenant tenant) {
    Path here = Path.of("").toAbsolutePath();
    Path data = options.data().startsWith(here) ? here.relativize(options.data()) : options.data();
    return """
          API            %s
          API reference  %s
          API key        %s  (tenant "%s")
          for scripts    %s

        Ctrl-C stops everything; the data stays in %s.\
        """
        .formatted(
            connection.baseUrl(),
            connection.docsUrl(),
            connection.apiKey(),
            tenant.handle(),
            Connection.file(data),
            data);
  }

  private static void stop(Platform platform, Progress progress) {
    progress.line("Stopping …");
    platform.close();
    progress.line("Stopped.");
  }
}
