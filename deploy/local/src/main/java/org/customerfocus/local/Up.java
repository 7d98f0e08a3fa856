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
    progress.line(
        String.format(Locale.ROOT, "Healthy after %.1f s.%n", (System.nanoTime() - since) / 1e9));
    String tour = "";
    if (options.demo()) {
      Path files = options.home().resolve("deploy/local/demo");
      tour =
          tour(
              options.data(),
              connection,
              new Demo(gateway.with(tenant.apiKey()), files, progress).load());
      progress.line("");
    }
    connection.publish(options.data());
    progress.line(summary(options, connection, tenant) + tour);
    progress.line(
        "\nCtrl-C stops everything; the data stays in %s.".formatted(shown(options.data())));
    platform.awaitGivenUp();
  }

  private static String summary(Options options, Connection connection, Tenants.Tenant tenant) {
    return """
          API            %s
          API reference  %s
          API key        %s  (tenant "%s")
          for scripts    %s\
        """
        .formatted(
            connection.baseUrl(),
            connection.docsUrl(),
            connection.apiKey(),
            tenant.handle(),
            shown(Connection.file(options.data())));
  }

  /// What to look at in the demo. The months are those of its measurements.
  private static String tour(Path data, Connection connection, Demo.Loaded demo) {
    String results = connection.baseUrl() + "/v1/surveys/" + demo.surveyId() + "/results";
    return """


          survey results {results}
          by age         {results}?splitBy=Q20Age
          attainment     {base}/v1/agreements/{agreement}/attainment?from=2018-04&to=2018-07
          flights        {base}/v1/agreements/{flights}/attainment?from=2001-01&to=2001-04
          customers      {base}/v1/customers
          campaign       {base}/v1/campaigns/{campaign}

        Answer the campaign's survey yourself, in a browser; what it sent by e-mail lies in {mail}:

          {base}{page}

        The net promoter score of the demo's airport:

          curl -s -H 'Authorization: Bearer {key}' '{results}.csv' | grep nps
        """
        .replace("{results}", results)
        .replace("{base}", connection.baseUrl())
        .replace("{agreement}", demo.agreementId())
        .replace("{flights}", demo.flightsAgreementId())
        .replace("{campaign}", demo.campaignId())
        .replace("{page}", demo.surveyPath())
        .replace("{mail}", shown(data.resolve("mail")).toString())
        .replace("{key}", connection.apiKey())
        .stripTrailing();
  }

  /// A path the way someone would type it here.
  private static Path shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }

  private static void stop(Platform platform, Progress progress) {
    progress.line("Stopping …");
    platform.close();
    progress.line("Stopped.");
  }
}
