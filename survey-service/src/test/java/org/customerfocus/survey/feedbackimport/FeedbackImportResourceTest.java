package org.customerfocus.survey.feedbackimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Imports;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class FeedbackImportResourceTest {

  private static final String MAPPING =
      """
      {"dateFormat": "dd.MM.yyyy", "zone": "Europe/Berlin",
       "identity": {"column": "No", "scheme": "book"},
       "fields": [
         {"field": "form", "columns": ["Kind"], "codes": [{"cell": "Lob", "to": "compliment"}],
          "value": "complaint"},
         {"field": "channel", "value": "book"},
         {"field": "received-at", "columns": ["On"]},
         {"field": "text", "columns": ["Words"]}],
       "attributes": [{"key": "room", "column": "Room"}]}""";

  private final String tenant = freshTenant();

  @Test
  void publishedComplaintsLoadWhole() throws IOException {
    String mapping = Files.readString(Imports.DEMO.resolve("mapping-complaints.json"));
    byte[] file = Files.readAllBytes(Imports.DEMO.resolve("complaints.csv"));
    Response ended = run(mapping, file, false);
    assertThat(ended.<String>path("status")).as(ended.asString()).isEqualTo("completed");
    assertThat(ended.<Integer>path("progress.importedRows")).isEqualTo(571);
    // A spreadsheet has left a row of commas behind the last one.
    assertThat(ended.<Integer>path("progress.emptyRows")).isEqualTo(1);

    Response broken = list("receivedAt==2019-09-24T04:00:00Z;channel==web", 200);
    assertThat(broken.<List<String>>path("items.text"))
        .contains(
            "transworld systems inc. \nis trying to collect a debt that is not mine, not owed and"
                + " is inaccurate.");
    assertThat(list("form==complaint;language==en", 1).<Integer>path("total")).isEqualTo(571);
    assertThat(list("channel==phone", 1).<Integer>path("total")).isEqualTo(39);

    // What the source says of its own cases: 546 are closed, 560 had a response in time.
    assertThat(cases("status==closed").<Integer>path("total")).isEqualTo(546);
    Response performance =
        as(tenant, "cases:read")
            .queryParam("from", "2015-01-01T00:00:00Z")
            .queryParam("to", "2021-01-01T00:00:00Z")
            .get("/v1/contact-performance");
    assertThat(
            performance.<Integer>path(
                "channels.collect { it.standards.findAll { it.standard == 'respond' }.inTime.sum()"
                    + " }.sum()"))
        .as(performance.asString())
        .isEqualTo(560);

    Response again = run(mapping, file, false);
    assertThat(again.<Integer>path("progress.alreadyPresentRows")).isEqualTo(571);
    assertThat(list("form==complaint", 1).<Integer>path("total")).isEqualTo(571);
  }

  @Test
  void badRowsAreListedWithTheirReasonsAndNothingOfWhatTheySay() {
    String file =
        """
        No,Kind,On,Words,Room
        1,Lob,03.11.2026,"Very ""quiet"",
        indeed",12
        2,,31.11.2026,Cold,7
        3,Kritik,04.11.2026,Dark,
        4,Lob,05.11.2026,,3
        5,,06.11.2026,Loud,8,9
        """;
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    Response dry = run(MAPPING, bytes, true);
    assertThat(dry.<String>path("status")).as(dry.asString()).isEqualTo("partly-completed");
    assertThat(list("channel==book", 1).<Integer>path("total")).isZero();

    Response ended = run(MAPPING, bytes, false);
    assertThat(ended.<Integer>path("progress.importedRows")).as(ended.asString()).isEqualTo(1);
    Response rows =
        as(tenant, "feedback:read")
            .get("/v1/feedback-imports/" + ended.path("id") + "/refused-rows?sort=rowNumber");
    assertThat(rows.<List<Integer>>path("items.rowNumber")).containsExactly(3, 4, 5, 6);
    assertThat(rows.<List<String>>path("items.collect { it.errors[0].column }"))
        .containsExactly("On", "Kind", "Words", "");
    Response only = list("channel==book", 1);
    assertThat(only.<String>path("items[0].text")).isEqualTo("Very \"quiet\",\nindeed");
    assertThat(only.<String>path("items[0].receivedAt")).isEqualTo("2026-11-02T23:00:00Z");
    assertThat(only.<String>path("items[0].attributes.room")).isEqualTo("12");
  }

  @Test
  void stagesPassedElsewhereAreLateOnlyWhereTheirTimeSaysSo() {
    Response channel =
        as(tenant, "cases:write")
            .contentType(ContentType.JSON)
            .body(
                """
                {"code": "book", "name": "The book", "acknowledgeWithin": "PT24H",
                 "respondWithin": "PT72H", "resolveWithin": "PT99999H"}""")
            .post("/v1/access-channels");
    assertThat(channel.statusCode()).as(channel.asString()).isEqualTo(201);
    String mapping =
        MAPPING.replace(
            "{\"field\": \"text\"",
            """
            {"field": "case-status", "columns": ["Stage"]},
            {"field": "case-acknowledged-at", "columns": ["Seen"]},
            {"field": "text\"""");
    LocalDate received = LocalDate.now(ZoneId.of("Europe/Berlin")).minusDays(60);
    DateTimeFormatter format = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    String file =
        """
        No,Kind,On,Words,Room,Stage,Seen
        1,,FIRST,Cold,1,received,
        2,,FIRST,Cold,2,acknowledged,
        3,,FIRST,Cold,3,acknowledged,FIRST
        4,,FIRST,Cold,4,investigated,LATER
        5,,FIRST,Cold,5,decision-communicated,
        6,,FIRST,Cold,6,reopened,
        7,,FIRST,Cold,7,closed,
        """
            .replace("FIRST", received.format(format))
            .replace("LATER", received.plusDays(4).format(format));
    Response ended = run(mapping, file.getBytes(StandardCharsets.UTF_8), false);
    assertThat(ended.<Integer>path("progress.importedRows")).as(ended.asString()).isEqualTo(7);

    Response performance =
        as(tenant, "cases:read")
            .queryParam("from", received.minusDays(2) + "T00:00:00Z")
            .queryParam("to", received.plusDays(2) + "T00:00:00Z")
            .get("/v1/contact-performance");
    String standards =
        "channels[0].standards.collect { [it.standard, it.inTime, it.late, it.open] }";
    assertThat(performance.<List<List<Object>>>path(standards))
        .as(performance.asString())
        .containsExactlyInAnyOrder(
            List.of("acknowledge", 1, 2, 0), // the third; the first and the fourth
            List.of("respond", 0, 4, 0), // the first four
            List.of("resolve", 0, 0, 5)); // all but the last two
    assertThat(
            cases("escalatedAt=null=true;status=in=(reopened,decision-communicated)")
                .<Integer>path("total"))
        .isEqualTo(2);
  }

  @Test
  void whatCannotFitIsRefusedAtOnce() {
    Response unmapped =
        create(
            """
            {"zone": "Europe/Atlantis", "dateFormat": "ddd-bb",
             "fields": [{"field": "text", "columns": ["Words"]}, {"field": "form"}]}""",
            false);
    assertThat(unmapped.statusCode()).isEqualTo(422);
    assertThat(unmapped.<List<String>>path("errors.pointer"))
        .containsExactlyInAnyOrder(
            "/mapping/fields/1/columns", "/mapping/fields", "/mapping/zone", "/mapping/dateFormat");
    Response job = create(MAPPING, false);
    Response unfit =
        send(job.path("id"), "No,Kind,Words\n1,Lob,Fine\n".getBytes(StandardCharsets.UTF_8));
    assertThat(unfit.statusCode()).isEqualTo(422);
    assertThat(unfit.<List<String>>path("errors.pointer"))
        .containsExactly("/mapping/fields/2/columns/0", "/mapping/attributes/0/column");
  }

  private Response list(String filter, int limit) {
    return as(tenant, "feedback:read")
        .queryParam("filter", filter)
        .queryParam("limit", limit)
        .queryParam("total", true)
        .get("/v1/feedback");
  }

  private Response cases(String filter) {
    return as(tenant, "cases:read")
        .queryParam("filter", filter)
        .queryParam("limit", 1)
        .queryParam("total", true)
        .get("/v1/cases");
  }

  private Response create(String mapping, boolean dryRun) {
    return as(tenant, "feedback:write")
        .contentType(ContentType.JSON)
        .body("{\"dryRun\": %s, \"mapping\": %s}".formatted(dryRun, mapping))
        .post("/v1/feedback-imports");
  }

  private Response send(String id, byte[] file) {
    return as(tenant, "feedback:write")
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("text/csv", ContentType.BINARY)))
        .contentType("text/csv")
        .header("If-Match", "*")
        .body(file)
        .put("/v1/feedback-imports/" + id + "/file");
  }

  private Response run(String mapping, byte[] file, boolean dryRun) {
    Response created = create(mapping, dryRun);
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    String id = created.path("id");
    assertThat(send(id, file).statusCode()).isEqualTo(200);
    return await("the end of import " + id)
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> as(tenant, "feedback:read").get("/v1/feedback-imports/" + id),
            job -> !job.<String>path("status").equals("importing"));
  }
}
