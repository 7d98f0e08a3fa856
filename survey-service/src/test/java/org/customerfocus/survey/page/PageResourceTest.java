package org.customerfocus.survey.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.conventions.testing.TestClock;
import org.customerfocus.survey.Given;
import org.customerfocus.survey.Transactions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class PageResourceTest {

  private final String tenant = freshTenant();
  private final Browser browser = new Browser(tenant);
  private String version = "";

  private String link(String survey, String more) {
    version = Given.version(tenant, Given.survey(tenant, survey));
    return Browser.link(tenant, version, more);
  }

  /// The answers of the one completed response, by link id.
  private Map<String, Map<String, Object>> recorded() {
    Response list =
        as(tenant, "surveys:read")
            .queryParam("filter", "surveyVersionId==" + version)
            .get("/v1/responses");
    assertThat(list.<List<?>>path("items")).as(list.asString()).hasSize(1);
    assertThat(list.<String>path("items[0].status")).isEqualTo("completed");
    Map<String, Map<String, Object>> answers = new HashMap<>();
    list.<List<Map<String, Object>>>path("items[0].answers")
        .forEach(answer -> answers.put((String) answer.get("linkId"), answer));
    return answers;
  }

  @Test
  void whatNetworksAppendToALinkIsReadOver() {
    Response start = browser.get(link(Samples.EVERY_TYPE, "") + "?utm_source=mail&fbclid=");
    assertThat(start.statusCode()).as(start.asString()).isEqualTo(200);
    assertThat(start.asString()).contains("It takes three minutes.");
  }

  @Test
  void everyTypeOfQuestionIsAnsweredWithoutAScript() {
    String link = link(Samples.EVERY_TYPE, "");
    Response start = browser.get(link);
    assertThat(start.statusCode()).as(start.asString()).isEqualTo(200);
    assertThat(start.asString())
        .contains("It takes three minutes.", "lang=\"en\" dir=\"ltr\"", "hreflang=\"ar\"")
        .doesNotContain("<script");

    String at = browser.begin(link);
    at = Browser.action(browser.next(at, "q:nps", "9"));
    at = Browser.action(browser.next(at, "q:csat", "4"));
    at = Browser.action(browser.next(at, "q:ces", "7"));
    at = Browser.action(browser.next(at, "q:scale", "10"));
    at = Browser.action(browser.next(at, "q:slider", "21.5", "q:slider:s", "20"));
    at = Browser.action(browser.next(at, "q:single:o:other", "A friend's car"));
    at = Browser.action(browser.next(at, "q:multiple", "a", "q:multiple", "c"));
    at =
        Browser.action(
            browser.next(
                at, "q:ranking:r:price", "3", "q:ranking:r:speed", "1", "q:ranking:r:care", "2"));
    at = Browser.action(browser.next(at, "q:food", "5", "q:staff", "!never-used"));
    at = Browser.action(browser.next(at, "q:expected", "6", "q:perceived", "3"));
    at = Browser.action(browser.next(at, "q:sum:a:price", "70", "q:sum:a:care", "30"));
    String long4000 = "long words & ünïcode\r\n".repeat(100).strip();
    at = Browser.action(browser.next(at, "q:short", "Fine", "q:long", long4000));
    at =
        Browser.action(
            browser.next(at, "q:mail", "ada@example.org", "q:phone", "+44 20 7946 0958"));
    at = Browser.action(browser.next(at, "q:day", "2026-05-01", "q:minutes", "12,5"));
    Response end = browser.next(at, "q:consent", "false");
    assertThat(end.asString()).contains("Thank you!", "We read every answer.");

    Map<String, Map<String, Object>> answers = recorded();
    assertThat(answers.get("nps")).containsEntry("value", 9);
    assertThat(answers.get("csat")).containsEntry("value", 4);
    assertThat(answers.get("ces")).containsEntry("value", 7);
    assertThat(answers.get("scale")).containsEntry("value", 10);
    assertThat(answers.get("slider").get("number")).hasToString("21.5");
    assertThat(answers.get("single"))
        .containsEntry("optionCodes", List.of("other"))
        .containsEntry("otherText", "A friend's car");
    assertThat(answers.get("multiple")).containsEntry("optionCodes", List.of("a", "c"));
    assertThat(answers.get("ranking"))
        .containsEntry("optionCodes", List.of("speed", "care", "price"));
    assertThat(answers.get("food")).containsEntry("value", 5);
    assertThat(answers.get("staff")).containsEntry("nonAnswer", "never-used");
    assertThat(answers.get("expected")).containsEntry("value", 6);
    assertThat(answers.get("perceived")).containsEntry("value", 3);
    assertThat(answers.get("sum").get("allocation").toString()).contains("70").contains("30");
    assertThat(answers.get("short")).containsEntry("text", "Fine");
    assertThat(answers.get("long")).containsEntry("text", long4000.replace("\r\n", "\n"));
    assertThat(answers.get("mail")).containsEntry("text", "ada@example.org");
    assertThat(answers.get("phone")).containsEntry("text", "+44 20 7946 0958");
    assertThat(answers.get("day")).containsEntry("date", "2026-05-01");
    assertThat(answers.get("minutes").get("number")).hasToString("12.5");
    assertThat(answers.get("consent")).containsEntry("accepted", false);
  }

  @Test
  void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
    String at = browser.begin(link(Samples.EVERY_TYPE, ""));
    Response missing = browser.post(at);
    assertThat(missing.statusCode()).isEqualTo(422);
    assertThat(missing.asString())
        .contains("<title>Error: ", "href=\"#q:nps\"", "Choose one answer.", "id=\"q:nps:e\"");

    browser.next(at, "q:nps", "9");
    String facts = at.replace("step=1", "step=14");
    Response wrong = browser.post(facts, "q:day", "2026-02-30", "q:minutes", "<b>many</b>");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.asString())
        .contains("value=\"2026-02-30\"", "value=\"&lt;b&gt;many&lt;/b&gt;\"")
        .contains("Choose a day that exists.", "from 0 to 600")
        .doesNotContain("<b>many");

    String sums = at.replace("step=1", "step=11");
    Response sum = browser.post(sums, "q:sum:a:price", "70", "q:sum:a:care", "20");
    assertThat(sum.asString()).contains("add up to 100", "value=\"70\"");
    String ranks = at.replace("step=1", "step=8");
    Response ranking = browser.post(ranks, "q:ranking:r:price", "1", "q:ranking:r:care", "1");
    assertThat(ranking.statusCode()).isEqualTo(422);
    String choices = at.replace("step=1", "step=7");
    Response choice = browser.post(choices, "q:multiple", "a", "q:multiple", "none");
    assertThat(choice.statusCode()).isEqualTo(422);

    // What is required on a page that was left out is asked for in the end.
    String last = at.replace("step=1", "step=15");
    Response back = browser.post(last, "q:consent", "true");
    assertThat(back.header("Location")).contains("step=5", "check=1");
    assertThat(browser.get(back.header("Location")).asString()).contains("href=\"#q:slider\"");
  }

  @Test
  void aRespondentGoesBackAndComesBackLater() {
    String at = browser.begin(link(Samples.EVERY_TYPE, ""));
    Response second = browser.next(at, "q:nps", "!dont-know");
    Response first =
        browser.get(
            browser.post(Browser.action(second), "q:csat", "2", "go", "back").header("Location"));
    assertThat(first.asString()).contains("value=\"!dont-know\" checked", "Page 1 of 15");

    Response later = browser.get(at.replaceFirst("\\?.*", ""));
    assertThat(later.asString()).contains("Page 3 of 15");
    Response again = browser.get(at.replace("step=1", "step=2"));
    assertThat(again.asString()).contains("value=\"2\" checked");
  }

  @Test
  void answersDecideWhichQuestionsFollow() {
    String link = link(Samples.BRANCHING, "");
    String at = browser.begin(link);
    Response low = browser.next(at, "q:nps", "3");
    assertThat(low.asString()).contains("Why so low?", "led to further questions");
    assertThat(browser.post(at, "q:nps", "3").statusCode()).isEqualTo(422);
    Response last = browser.next(at, "q:nps", "3", "q:why", "Rain");
    assertThat(last.asString()).contains("Again?").doesNotContain("What was best?");

    String other = browser.begin(link);
    assertThat(browser.next(other, "q:nps", "10").asString()).contains("What was best?");
  }

  @Test
  void theRespondentsLanguageIsSpokenInItsDirection() {
    String link = link(Samples.EVERY_TYPE, "");
    Browser arabic = new Browser(tenant, "ar-EG,ar;q=0.9,en;q=0.5");
    assertThat(arabic.get(link).asString())
        .contains("lang=\"ar\" dir=\"rtl\"", "كيف كانت زيارتك؟", "ابدأ");
    Response page = arabic.get(arabic.begin(link));
    assertThat(page.header("Content-Language")).isEqualTo("ar");
    assertThat(page.asString()).contains("ما مدى احتمال أن توصي بنا؟", "الصفحة 1 من 15");
    assertThat(browser.get(link + "?lang=ar").asString()).contains("dir=\"rtl\"", "lang=ar");
    assertThat(new Browser(tenant, "fi,sv;q=0.8").get(link).asString()).contains("lang=\"en\"");
    assertThat(new Browser(tenant, ";;q=x").get(link).asString()).contains("lang=\"en\"");
  }

  @Test
  void aForgedPostReachesNobodyElsesResponse() {
    String link = link(Samples.EVERY_TYPE, "");
    String mine = browser.begin(link);
    String other = Browser.link(tenant, version, "");
    String sitting = mine.replaceFirst("\\?.*", "").substring(link.length());

    assertThat(browser.post(other + sitting + "?step=1", "q:nps", "0").statusCode()).isEqualTo(404);
    String flipped =
        link + "/" + (sitting.charAt(1) == 'A' ? 'B' : 'A') + sitting.substring(2) + "?step=1";
    assertThat(browser.post(flipped, "q:nps", "0").statusCode()).isEqualTo(404);
    assertThat(browser.get(link + "/short").statusCode()).isEqualTo(404);
    assertThat(new Browser(freshTenant()).get(link).statusCode()).isEqualTo(404);
  }

  @Test
  void whoeverAnswersByALinkAnswersAboutItsTouchpoint() {
    UUID desk = UUID.randomUUID();
    UUID door = UUID.randomUUID();
    UUID car = UUID.randomUUID();
    String link =
        link(
            Samples.BRANCHING,
            ", \"kiosk\": true, \"touchpointId\": \"%s\", \"offeringId\": \"%s\""
                .formatted(desk, car));
    answer(link);
    String id =
        as(tenant, "surveys:read")
            .queryParam("filter", "surveyVersionId==" + version)
            .get("/v1/survey-links")
            .path("items[0].id");
    Response moved =
        as(tenant, "surveys:write")
            .header("If-Match", "*")
            .contentType("application/merge-patch+json")
            .body("{\"touchpointId\": \"%s\", \"offeringId\": null}".formatted(door))
            .patch("/v1/survey-links/" + id);
    assertThat(moved.<String>path("touchpointId")).isEqualTo(door.toString());
    answer(link);

    Response told =
        as(tenant, "surveys:read")
            .queryParam("filter", "surveyVersionId==" + version)
            .queryParam("sort", "id")
            .get("/v1/responses");
    assertThat(told.<List<String>>path("items.touchpointId"))
        .containsExactly(desk.toString(), door.toString());
    assertThat(told.<List<String>>path("items.offeringId")).containsExactly(car.toString(), null);
  }

  private void answer(String link) {
    String last = Browser.action(browser.next(browser.begin(link), "q:nps", "8"));
    browser.next(last, "q:again", "5");
  }

  @Test
  void aDeadLinkGetsAKindPage() {
    String link = link(Samples.EVERY_TYPE, "");
    Response unknown = browser.get(link.substring(0, link.length() - 4) + "AAAA");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.contentType()).startsWith("text/html");
    assertThat(unknown.asString()).contains("This link leads nowhere");

    String at = browser.begin(link);
    String id = as(tenant, "surveys:read").get("/v1/survey-links").<String>path("items[0].id");
    as(tenant, "surveys:write")
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"status\": \"closed\"}")
        .patch("/v1/survey-links/" + id);
    for (Response closed : List.of(browser.get(link), browser.post(at, "q:nps", "1"))) {
      assertThat(closed.statusCode()).isEqualTo(410);
      assertThat(closed.asString()).contains("This survey is closed");
    }
  }

  @Test
  void headersLetNothingInAndTellNobody() {
    String link = link(Samples.EVERY_TYPE, "");
    Response page = browser.get(browser.begin(link));
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
        .doesNotContain("unsafe", "script-src");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.header("X-Robots-Tag")).contains("noindex");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("Set-Cookie")).isNull();
    assertThat(page.asByteArray().length).isLessThan(50_000);

    Response framed = browser.get(link + "?embed=1");
    assertThat(framed.header("Content-Security-Policy")).contains("frame-ancestors *");
    assertThat(Browser.action(framed)).contains("embed=1");
  }

  @Test
  void aSharedScreenForgetsWhoHasFinished() {
    String link = link(Samples.BRANCHING, ", \"kiosk\": true");
    String at = browser.begin(link);
    assertThat(browser.get(at).header("Refresh")).isEqualTo("300; url=" + link);
    String last = Browser.action(browser.next(at, "q:nps", "8"));
    Response end = browser.next(last, "q:again", "5");
    assertThat(end.header("Refresh")).isEqualTo("10; url=" + link);
    assertThat(end.asString()).contains("Start again");
    assertThat(browser.begin(link)).isNotEqualTo(at);
  }

  @Test
  void nobodyComesBackToWhatWasLeftOnASharedScreen() {
    String link = link(Samples.BRANCHING, ", \"kiosk\": true");
    String first = browser.begin(link);
    String last = Browser.action(browser.next(first, "q:nps", "8"));
    assertThat(browser.get(first).asString()).contains("value=\"8\" checked");
    assertThat(browser.get(first.replaceFirst("k=\\d+", "k=4102444800")).header("Location"))
        .isEqualTo(link);
    assertThat(browser.get(first.replaceFirst("&k=.*", "")).header("Location")).isEqualTo(link);

    TestClock.stop(Instant.now().plus(Visits.IDLE));
    try {
      for (Response left :
          List.of(browser.get(first), browser.get(last), browser.post(last, "q:again", "1"))) {
        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(left.header("Location")).isEqualTo(link);
      }
      String next = Browser.action(browser.next(browser.begin(link), "q:nps", "7"));
      assertThat(browser.next(next, "q:again", "5").asString()).contains("Thank you!");
    } finally {
      TestClock.run();
    }
    Response completed =
        as(tenant, "surveys:read")
            .queryParam("filter", "surveyVersionId==" + version + ";status==completed")
            .get("/v1/responses");
    assertThat(completed.<List<?>>path("items")).hasSize(1);
  }

  @Test
  void aFinishedResponseStaysAsItIs() {
    String at = browser.begin(link(Samples.BRANCHING, ""));
    String last = Browser.action(browser.next(at, "q:nps", "8"));
    browser.next(last, "q:again", "5");
    Response again = browser.next(last, "q:again", "1");
    assertThat(again.asString()).contains("Thank you!");
    assertThat(recorded().get("again")).containsEntry("value", 5);
  }

  @Test
  void anOptionThatAnEarlierAnswerWithdrawsIsAskedForAgain() {
    String at = browser.begin(link(Samples.CARRYING, ""));
    browser.next(at, "q:used", "a", "q:used", "b");

    Response withdrawn = browser.post(at, "q:used", "a", "q:best", "b");

    assertThat(withdrawn.statusCode()).isEqualTo(422);
    assertThat(withdrawn.asString()).contains("href=\"#q:best");
    String last = at.replace("step=1", "step=2");
    assertThat(browser.post(last, "q:again", "4").header("Location")).contains("step=1", "check=1");
    browser.next(at, "q:used", "a", "q:best", "a");
    assertThat(browser.next(last, "q:again", "4").asString()).contains("Thank you!");
    assertThat(recorded().get("best")).containsEntry("optionCodes", List.of("a"));
  }

  @Test
  void postsOfTwoPagesAtOnceLoseNoAnswers() throws Exception {
    String first = browser.begin(link(Samples.BRANCHING, ""));
    String last = first.replace("step=1", "step=3");
    browser.post(first, "q:nps", "8");
    try (ExecutorService tabs = Executors.newFixedThreadPool(2);
        Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute(
          "SELECT 1 FROM response WHERE survey_version_id = '%s' FOR UPDATE".formatted(version));
      Future<Response> low = tabs.submit(() -> browser.post(first, "q:nps", "3", "q:why", "Rain"));
      Transactions.awaitWaiting(1);
      Future<Response> again = tabs.submit(() -> browser.post(last, "q:again", "5", "go", "back"));
      Transactions.awaitWaiting(2);
      owner.rollback();
      assertThat(low.get().statusCode()).isEqualTo(303);
      assertThat(again.get().statusCode()).isEqualTo(303);
    }
    assertThat(browser.get(first).asString()).contains("value=\"3\" checked");
    assertThat(browser.get(last).asString()).contains("value=\"5\" checked");
  }

  @Test
  void sendingTwiceAtOnceShowsTheThanksTwice() throws Exception {
    String first = browser.begin(link(Samples.BRANCHING, ""));
    String last = Browser.action(browser.next(first, "q:nps", "8"));
    try (ExecutorService clicks = Executors.newFixedThreadPool(2);
        Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute(
          "SELECT 1 FROM response WHERE survey_version_id = '%s' FOR UPDATE".formatted(version));
      Future<Response> one = clicks.submit(() -> browser.post(last, "q:again", "5"));
      Future<Response> other = clicks.submit(() -> browser.post(last, "q:again", "5"));
      Transactions.awaitWaiting(2);
      owner.rollback();
      for (Response each : List.of(one.get(), other.get())) {
        assertThat(each.statusCode()).as(each.asString()).isEqualTo(303);
        assertThat(browser.get(each.header("Location")).asString()).contains("Thank you!");
      }
    }
    assertThat(recorded().get("again")).containsEntry("value", 5);
  }
}
