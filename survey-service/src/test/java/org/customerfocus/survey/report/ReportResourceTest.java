package org.customerfocus.survey.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.customerfocus.survey.Imports;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.xml.sax.InputSource;

@QuarkusTest
@WithTestResource(Platform.class)
class ReportResourceTest {

  private static final Pattern SVG = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);

  private final String tenant = freshTenant();

  @Test
  void aRealSurveyHasTheSameNumbersInEveryForm() throws Exception {
    String survey = Given.survey(tenant, Files.readString(Imports.DEMO.resolve("survey-sfo.json")));
    String version = Given.version(tenant, survey);
    Imports.runDemo(tenant, version, 2018);
    String query =
        "?splitBy=DESTGEO&period=month&outcome=NETPRO&item=Q7SIGN&item=Q7SCREENS&item=Q7FOOD"
            + "&item=Q7STORE&item=Q9Restroom&item=Q10Safe&item=Q14FIND&item=Q14PASSTHRU";

    String page = get("/v1/surveys/" + survey + "/results.html" + query).asString();
    Files.writeString(Path.of("target/report.html"), page);
    List<String> plots = plots(page);
    // Of the 32 questions each with its answers, 26 have scores by part and over time; and drivers.
    assertThat(plots).hasSize(32 + 26 + 26 + 2);
    assertThat(page).contains("NPS 31.0 (28.1 to 33.8)");
    assertThat(page).contains("weighted 35.1 (31.9 to 38.2)");
    JsonNode parts =
        Json.parse(
                get("/v1/surveys/%s/results?splitBy=DESTGEO&question=NETPRO".formatted(survey))
                    .asString())
            .at("/split/parts");
    String pdf = text(get("/v1/surveys/" + survey + "/results.pdf" + query).asByteArray());
    for (JsonNode part : parts) {
      String score = Numbers.of(part.at("/questions/0/scores/nps/value").asDouble(), "points");
      assertThat(page).contains("<td class=\"number\">" + score + "</td>");
      assertThat(pdf).contains(score);
    }
    assertThat(pdf).contains("31.0 (28.1 to 33.8)").contains("Possible overkill");
    JsonNode driver =
        Json.parse(
                get("/v1/surveys/%s/drivers%s".formatted(survey, query.replaceAll("\\?.*&o", "?o")))
                    .asString())
            .at("/drivers/0");
    JsonNode month =
        Json.parse(
                get("/v1/surveys/%s/trends?period=month&question=NETPRO".formatted(survey))
                    .asString())
            .at("/periods/0");
    assertThat(get("/v1/surveys/" + survey + "/results.csv" + query).asString().lines())
        .anyMatch(
            row ->
                row.startsWith("Q7SIGN,")
                    && row.contains(",,,,lmg,,ok,%s,ratio,".formatted(driver.at("/lmg/value"))))
        .anyMatch(
            row ->
                row.startsWith("NETPRO,")
                    && row.contains(
                        ",response.month,%1$s-01,%1$s,nps,,ok,%2$s,points,"
                            .formatted(
                                month.get("start").asText().substring(0, 7),
                                month.at("/questions/0/scores/nps/value"))));
    Files.write(
        Path.of("target/report.pdf"),
        get("/v1/survey-versions/" + version + "/results.pdf").asByteArray());
    assertThat(get("/v1/survey-versions/" + version + "/results.html").asString())
        .contains("31.0 (28.1 to 33.8)");
  }

  @Test
  void whatPeopleWroteIsText() throws Exception {
    String survey =
        Given.survey(
            tenant,
            """
            {"name": "<b>Ours</b> & Žižkov", "anonymityThreshold": 3,
             "attributes": [{"key": "team", "type": "text", "label": "Team"}], "items": [
              {"linkId": "q", "type": "nps", "text": "Recommend <script>alert(1)</script>?"},
              {"linkId": "sum", "type": "constant-sum", "text": "Share 100", "limits": {"total": 100},
               "options": [{"code": "a", "label": "A & B"}, {"code": "c", "label": "C"}]},
              {"linkId": "ok", "type": "consent", "text": "May we call?"},
              {"linkId": "few", "type": "ces", "text": "Easy?"}]}""");
    assertThat(get("/v1/surveys/" + survey + "/results.html").asString()).contains("draft");
    String version = Given.version(tenant, survey);
    for (int i = 0; i < 8; i++) {
      Given.submit(
          tenant,
          """
          {"surveyVersionId": "%s", "attributes": {"team": {"text": "<i>red</i>"}}, "answers": [
            {"linkId": "q", "value": %d}, {"linkId": "ok", "accepted": true},%s
            {"linkId": "sum", "allocation": [{"optionCode": "a", "amount": 60},
                                             {"optionCode": "c", "amount": 40}]}]}"""
              .formatted(
                  version, i < 4 ? 3 : 9, i == 0 ? "{\"linkId\": \"few\", \"value\": 3}," : ""));
    }

    String page = get("/v1/surveys/" + survey + "/results.html?splitBy=team").asString();

    assertThat(page)
        .doesNotContain("<script>alert")
        .doesNotContain("<i>red")
        .doesNotContain("<b>O");
    assertThat(page).contains("&lt;i&gt;red&lt;/i&gt;").contains("A &amp; B").contains("withheld");
    assertThat(plots(page)).isNotEmpty();
    String pdf = text(get("/v1/surveys/" + survey + "/results.pdf?splitBy=team").asByteArray());
    assertThat(pdf).contains("<b>Ours</b> & Žižkov").contains("Agreed").contains("withheld");
  }

  @Test
  void headersKeepTheRestOut() {
    String survey = Given.survey(tenant, Given.SURVEY);
    Given.version(tenant, survey);

    Response page = get("/v1/surveys/" + survey + "/results.html");

    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(get("/v1/surveys/" + survey + "/results.pdf").contentType())
        .isEqualTo("application/pdf");
    assertThat(
            as(freshTenant(), "surveys:read")
                .get("/v1/surveys/" + survey + "/results.pdf")
                .statusCode())
        .isEqualTo(404);
    assertThat(
            as(tenant, "surveys:read")
                .get("/v1/surveys/" + survey + "/results.html?outcome=why")
                .statusCode())
        .isEqualTo(400);
  }

  /// Those of the page, each of which is well-formed and names itself.
  private static List<String> plots(String page) throws Exception {
    List<String> plots = new ArrayList<>();
    Matcher found = SVG.matcher(page);
    while (found.find()) {
      var svg =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(found.group())));
      assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
      plots.add(found.group());
    }
    return plots;
  }

  private static String text(byte[] pdf) throws IOException {
    PdfReader reader = new PdfReader(pdf);
    StringBuilder text = new StringBuilder();
    PdfTextExtractor extractor = new PdfTextExtractor(reader);
    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
      text.append(extractor.getTextFromPage(page)).append('\n');
    }
    return text.toString();
  }

  private Response get(String path) {
    Response answer = as(tenant, "surveys:read").get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer;
  }
}
