package org.customerfocus.survey.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;
import static org.customerfocus.conventions.testing.Tokens.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.customerfocus.survey.wording.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The pages in a real Chromium. It needs one on the PATH (Debian: `apt-get install chromium`), so
/// that it has a command of its own: `./mvnw test -pl survey-service -Dtest=PagesInChromium`. The
/// screenshots lie in `target/screens` then.
@QuarkusTest
@WithTestResource(Platform.class)
class PagesInChromium {

  private static final Path SCREENS = Path.of("target", "screens");
  private static final int PAGES = 15;
  private static final int MOST_BYTES = 50_000;

  private final String tenant = freshTenant();
  private final Browser browser = new Browser(tenant);
  private String version = "";
  private String link = "";

  @BeforeEach
  void publish() {
    version = Given.version(tenant, Given.survey(tenant, Samples.EVERY_TYPE));
    link = Browser.link(tenant, version, "");
  }

  private Chromium chromium() throws IOException {
    Chromium chromium = new Chromium();
    chromium.headers(
        Map.of(
            "Authorization",
            "Bearer " + token(new Caller(tenant, "link", Set.of("responses:submit"), null, false)),
            "Accept-Language",
            "en"));
    return chromium;
  }

  private static String url(String path) {
    return "http://127.0.0.1:" + RestAssured.port + path;
  }

  private static String axe() throws IOException {
    try (InputStream in =
        PagesInChromium.class.getResourceAsStream(
            "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void axeFindsNothingOnAPageOfAnyType() throws IOException {
    String axe = axe();
    List<String> found = new ArrayList<>();
    try (Chromium chromium = chromium()) {
      for (String language : List.of("en", "ar")) {
        String at = browser.begin(link + "?lang=" + language);
        for (boolean dark : new boolean[] {false, true}) {
          for (int width : new int[] {320, 1100}) {
            chromium.screen(width, 900, dark);
            String look = language + (dark ? "-dark-" : "-light-") + width;
            look(chromium, axe, url(link + "?lang=" + language), look + "-start", found);
            String nowhere = "/s/" + tenant + ".AAAAAAAAAAAAAAAAAAAAAA";
            look(chromium, axe, url(nowhere + "?lang=" + language), look + "-dead", found);
            look(
                chromium,
                axe,
                url(nowhere + "/unsubscribe?lang=" + language),
                look + "-unsubscribe",
                found);
            for (int step = 1; step <= PAGES; step++) {
              String page = at.replaceFirst("step=\\d+", "step=" + step);
              look(chromium, axe, url(page + "&check=1"), look + "-" + step, found);
            }
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static void look(
      Chromium chromium, String axe, String url, String name, List<String> found)
      throws IOException {
    chromium.open(url);
    look(chromium, axe, name, found);
  }

  private static void look(Chromium chromium, String axe, String name, List<String> found)
      throws IOException {
    int bytes = chromium.evaluate("new Blob([document.documentElement.outerHTML]).size").asInt();
    if (bytes > MOST_BYTES) {
      found.add(name + ": " + bytes + " bytes");
    }
    chromium.evaluate(axe);
    JsonNode violations =
        chromium.evaluate(
            "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
                + " 'best-practice']}).then(r => r.violations.map(v => v.id + ': ' +"
                + " v.nodes.map(n => n.html).slice(0, 2).join(' ')))");
    violations.forEach(each -> found.add(name + ": " + each.asText()));
    boolean scrolls =
        chromium
            .evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
            .asBoolean();
    if (scrolls) {
      found.add(name + ": wider than the screen");
    }
    chromium.shoot(SCREENS.resolve(name + ".png"));
  }

  /// The pictures of the documentation, `docs/images`.
  @Test
  void picturesForTheDocumentation() throws IOException {
    String english = browser.begin(link + "?lang=en");
    String arabic = browser.begin(link + "?lang=ar");
    try (Chromium chromium = chromium()) {
      chromium.screen(375, 640, false);
      picture(chromium, english, 1, "page-phone");
      picture(chromium, arabic, 1, "page-arabic");
      picture(chromium, english, 8, "page-ranking");
      picture(chromium, english + "&check=1", 6, "page-faults");
      chromium.screen(375, 640, true);
      picture(chromium, english, 5, "page-dark");
      chromium.screen(800, 420, false);
      picture(chromium, english, 9, "page-matrix");
    }
  }

  private static void picture(Chromium chromium, String at, int step, String name)
      throws IOException {
    chromium.open(url(at.replaceFirst("step=\\d+", "step=" + step)));
    chromium.shoot(SCREENS.resolve("docs").resolve(name + ".png"));
  }

  @Test
  void theKeyboardAloneIsEnough() throws IOException {
    for (String language : List.of("en", "ar")) {
      try (Chromium chromium = chromium()) {
        chromium.screen(1100, 900, false);
        chromium.open(url(link + "?lang=" + language));
        submit(chromium);
        for (int step = 1; step <= PAGES; step++) {
          assertThat(chromium.evaluate("document.querySelectorAll('.faults').length").asInt())
              .as(() -> chromium.evaluate("document.body.innerText").asText())
              .isZero();
          submit(chromium);
        }
        assertThat(chromium.evaluate("document.body.innerText").asText())
            .contains(Words.in(language).say("end.thanks"));
        List<String> found = new ArrayList<>();
        look(chromium, axe(), language + "-end", found);
        assertThat(found).isEmpty();
      }
    }
    Response list =
        as(tenant, "surveys:read")
            .queryParam("filter", "surveyVersionId==" + version)
            .get("/v1/responses");
    assertThat(list.<List<String>>path("items.status")).containsOnly("completed").hasSize(2);
  }

  /// Tabs through a page, fills in what has the focus, and presses Enter on the button.
  private static void submit(Chromium chromium) {
    int entries = 0;
    for (int i = 0; i < 60; i++) {
      chromium.press("Tab", 9, "");
      JsonNode focus =
          chromium.evaluate(
              "(e => [e.tagName, e.type || '', e.name || '', e.value || ''])(document.activeElement)");
      String tag = focus.path(0).asText();
      String type = focus.path(1).asText();
      String name = focus.path(2).asText();
      if (tag.equals("BUTTON")) {
        chromium.evaluate("window.left = true");
        chromium.press("Enter", 13, "\r");
        chromium.arrive();
        return;
      }
      if (type.equals("radio") || (type.equals("checkbox") && entries++ == 0)) {
        chromium.press(" ", 32, " ");
      } else if (!name.contains(":o:") && !type.equals("range") && !type.equals("date")) {
        entries += write(chromium, tag, type, name, entries);
      }
    }
    throw new AssertionError("No button could be reached");
  }

  private static int write(Chromium chromium, String tag, String type, String name, int entries) {
    if (!tag.equals("INPUT") && !tag.equals("TEXTAREA")) {
      return 0;
    }
    String text =
        switch (type) {
          case "checkbox" -> "";
          case "email" -> "ada@example.org";
          case "tel" -> "+442079460958";
          default ->
              name.contains(":r:")
                  ? Integer.toString(entries + 1)
                  : name.contains(":a:") ? (entries == 0 ? "60" : "40") : "20";
        };
    if (!text.isEmpty()) {
      chromium.type(text);
    }
    return 1;
  }
}
