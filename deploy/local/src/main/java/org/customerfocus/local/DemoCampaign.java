package org.customerfocus.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Starts a campaign over the demo's customers, and answers as some of them do: on the respondent's
/// page, as a browser without scripts would.
final class DemoCampaign {

  private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
  private static final Pattern BEGUN = Pattern.compile("([?&]t=)(\\d+)");
  private static final int SECONDS_TO_READ = 40;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Demo demo;
  private final Gateway gateway;

  DemoCampaign(Demo demo, Gateway gateway) {
    this.demo = demo;
    this.gateway = gateway;
  }

  /// @param path of the page on which anybody can answer
  /// @param answers how many did, on this run or an earlier one
  record Started(String id, String path, int answers) {}

  Started load() throws IOException {
    String id = demo.findOrCreate("/v1/campaigns", "name", demo.body("campaign.json"));
    JsonNode campaign =
        await("/v1/campaigns/" + id, now -> now.path("phase").asText().equals("settled"));
    String path = one("/v1/survey-links", "kind==open;campaignId==" + id).path("path").asText();
    String version = campaign.path("surveyVersionId").asText();
    JsonNode answers = demo.body("answers-campaign.json");
    if (one("/v1/responses", "surveyVersionId==" + version).isMissingNode()) {
      String invitation = one("/v1/invitations", "campaignId==" + id).path("id").asText();
      JsonNode own = gateway.post("/v1/invitations/" + invitation + "/links", null).expect(201);
      for (int i = 0; i < answers.size(); i++) {
        answer(i == 0 ? own.path("path").asText() : path, answers.path(i));
      }
    }
    return new Started(id, path, answers.size());
  }

  /// A follow-up question appears once the first is answered: what is known is posted again.
  private void answer(String link, JsonNode answers) {
    String form =
        answers.properties().stream()
            .map(each -> "q:%s=%s".formatted(each.getKey(), encoded(each.getValue().asText())))
            .collect(Collectors.joining("&"));
    String at = gateway.submit(link, "");
    for (int page = 0; page < answers.size(); page++) {
      Matcher action = ACTION.matcher(gateway.get(at).expectPage());
      if (!action.find()) {
        throw new Failure("the demo's survey at %s has no form".formatted(link));
      }
      at = gateway.submit(unhurried(action.group(1).replace("&amp;", "&")), form);
    }
    if (ACTION.matcher(gateway.get(at).expectPage()).find()) {
      throw new Failure("the demo's survey at %s was not finished".formatted(link));
    }
  }

  /// A program is faster than people read: it looks as if the page had been opened a while ago.
  private static String unhurried(String action) {
    return BEGUN
        .matcher(action)
        .replaceAll(since -> since.group(1) + (Long.parseLong(since.group(2)) - SECONDS_TO_READ));
  }

  private JsonNode one(String path, String filter) {
    return gateway
        .get(path + "?limit=1&filter=" + encoded(filter))
        .expect(200)
        .path("items")
        .path(0);
  }

  private JsonNode await(String path, Predicate<JsonNode> awaited) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    JsonNode now = gateway.get(path).expect(200);
    while (!awaited.test(now)) {
      if (System.nanoTime() > deadline) {
        throw new Failure("the demo's campaign does not get on: " + now);
      }
      ManagedProcess.pause(Duration.ofMillis(200));
      now = gateway.get(path).expect(200);
    }
    return now;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
