package org.customerfocus.survey.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class LinkCodesTest {

  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
  private static final int QUIET = 4;

  private final String tenant = freshTenant();

  @Test
  void theCodeReadsAsTheLinkAndTellsWhatItIs() throws Exception {
    Response link = link();

    Response code = get(link.path("id"), "/qr.svg");

    assertThat(code.statusCode()).as(code.asString()).isEqualTo(200);
    assertThat(code.contentType()).isEqualTo("image/svg+xml;charset=UTF-8");
    assertThat(code.header("Content-Security-Policy")).isEqualTo("default-src 'none'");
    String svg = code.asString();
    String url = "http://127.0.0.1:8080" + link.path("path");
    assertThat(svg)
        .contains("role=\"img\"", "<title id=\"qr-title\">How was it?</title>", url + "</desc>");
    assertThat(read(svg)).isEqualTo(url);
  }

  @Test
  void whatIsInATitleStaysText() {
    assertThat(QrCode.svg("https://focus.example", "Fish & <chips>", "\"x\"\u0007"))
        .contains(">Fish &amp; &lt;chips&gt;</title>", ">&quot;x&quot;</desc>");
  }

  @Test
  void htmlToEmbedComesWithAScriptThatOthersMayLoad() {
    Response link = link();

    Response embed = get(link.path("id"), "/embed");

    String url = "http://127.0.0.1:8080" + link.path("path");
    assertThat(embed.<String>path("url")).isEqualTo(url);
    assertThat(embed.<String>path("iframe"))
        .startsWith("<iframe src=\"" + url + "?embed=1\" title=\"How was it?\" lang=\"en\"");
    assertThat(embed.<String>path("script"))
        .isEqualTo(
            "<script src=\"%s/embed.js\" data-title=\"How was it?\" async></script>"
                .formatted(url));
    Response script = as(tenant, "responses:submit").get(link.<String>path("path") + "/embed.js");
    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(script.contentType()).isEqualTo("text/javascript;charset=UTF-8");
    assertThat(script.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    assertThat(script.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(script.asString()).contains("document.currentScript");
  }

  @Test
  void aClosedLinkIsNotShownAroundAndAForeignOneIsAbsent() {
    String id = link().path("id");
    as(tenant, "surveys:write")
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"status\": \"closed\"}")
        .patch("/v1/survey-links/" + id);

    assertThat(get(id, "/qr.svg").statusCode()).isEqualTo(409);
    assertThat(get(id, "/embed").statusCode()).isEqualTo(409);
    assertThat(get(UUID.randomUUID().toString(), "/qr.svg").statusCode()).isEqualTo(404);
    assertThat(
            as(freshTenant(), "surveys:read").get("/v1/survey-links/" + id + "/embed").statusCode())
        .isEqualTo(404);
  }

  private Response link() {
    String version = Given.version(tenant, Given.survey(tenant, Given.SURVEY));
    return as(tenant, "surveys:write")
        .contentType(ContentType.JSON)
        .body("{\"surveyVersionId\": \"%s\"}".formatted(version))
        .post("/v1/survey-links");
  }

  private Response get(String id, String what) {
    return as(tenant, "surveys:read").get("/v1/survey-links/" + id + what);
  }

  /// What a scanner reads, from the modules as they are drawn.
  private static String read(String svg) throws Exception {
    Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
    assertThat(box.find()).isTrue();
    int size = Integer.parseInt(box.group(1)) - 2 * QUIET;
    BitMatrix modules = new BitMatrix(size);
    Matcher run = RUN.matcher(svg);
    while (run.find()) {
      int x = Integer.parseInt(run.group(1)) - QUIET;
      int y = Integer.parseInt(run.group(2)) - QUIET;
      modules.setRegion(x, y, Integer.parseInt(run.group(3)), 1);
    }
    return new Decoder().decode(modules).getText();
  }
}
