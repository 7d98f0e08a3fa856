package org.customerfocus.survey.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.customerfocus.survey.Imports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class SurveyImportResourceTest {

  private static final String MAPPING =
      """
      {
        "identity": {"column": "id", "scheme": "till"},
        "weightColumn": "w",
        "respondedAtColumn": "on",
        "questions": [
          {"linkId": "recommend", "columns": ["nps"],
           "codes": [{"cell": "99", "nonAnswer": "refused"}]},
          {"linkId": "used", "columns": ["u1", "u2"]},
          {"linkId": "why", "columns": ["why"]}
        ],
        "attributes": [{"key": "region", "column": "area",
                        "codes": [{"cell": "N", "to": "north"}]}]
      }""";

  private static final String GOOD =
      """
      id,nps ,u1,u2,why,area,w,on
      1,9,a,b,"two
      lines",N,1.5,2026-01-02
      2,99,,,,,,
      """;

  private static final String BAD =
      GOOD
          + """
          3,11,a,,,N,1,
          1,8,a,,,N,1,
          4,x,z,,,S,-1,soon
          5,7
          """;

  private final String tenant = freshTenant();
  private String version;

  @BeforeEach
  void publish() {
    version = Given.version(tenant, Given.survey(tenant, Given.SURVEY));
  }

  @Test
  void recordsTheRowsOfAFile() {
    Response job = Imports.run(tenant, version, "\"fileName\": \"till.csv\",", MAPPING, GOOD);

    Json.assertBody(
        job,
        """
        {
          "id": "${uuid}", "surveyVersionId": "%s", "status": "completed",
          "fileName": "till.csv", "dryRun": false, "onError": "refuse", "mapping": %s,
          "file": {"sha256": "${text}", "bytes": %d},
          "progress": {"totalRows": 2, "importedRows": 2, "alreadyPresentRows": 0,
                       "refusedRows": 0},
          "createdAt": "${instant}", "updatedAt": "${instant}"
        }"""
            .formatted(version, MAPPING, GOOD.length()));
    Response responses = as(tenant, "surveys:read").get("/v1/responses?sort=respondedAt");
    Json.assertBody(
        responses,
        """
        {"items": [
          {"id": "${uuid}", "surveyId": "${uuid}", "surveyVersionId": "%1$s", "status": "completed",
           "allowedStatuses": ["amended", "entered-in-error"], "channel": "import",
           "respondedAt": "2026-01-02T00:00:00Z", "recordedAt": "${instant}", "weight": 1.5,
           "externalRef": {"scheme": "till", "value": "1"}, "importId": "%2$s",
           "answers": [
             {"linkId": "recommend", "value": 9},
             {"linkId": "used", "optionCodes": ["a", "b"]},
             {"linkId": "why", "text": "two\\nlines"}],
           "attributes": {"region": {"code": "north"}}},
          {"id": "${uuid}", "surveyId": "${uuid}", "surveyVersionId": "%1$s", "status": "completed",
           "allowedStatuses": ["amended", "entered-in-error"], "channel": "import",
           "respondedAt": "${instant}", "recordedAt": "${instant}",
           "externalRef": {"scheme": "till", "value": "2"}, "importId": "%2$s",
           "answers": [
             {"linkId": "recommend", "nonAnswer": "refused"},
             {"linkId": "used", "nonAnswer": "no-answer"},
             {"linkId": "why", "nonAnswer": "no-answer"}],
           "attributes": {}}
        ]}"""
            .formatted(version, job.<String>path("id")));
  }

  @Test
  void oneBadRowKeepsAllOutUnlessAskedOtherwise() {
    Response refused = Imports.run(tenant, version, "", MAPPING, BAD);

    assertThat(refused.<String>path("status")).isEqualTo("refused");
    Json.assertSame(
        Json.parse(refused.asString()).get("progress").toString(),
        """
        {"totalRows": 6, "importedRows": 0, "alreadyPresentRows": 0, "refusedRows": 4}""");
    assertThat(responses()).isZero();

    Response partly = Imports.run(tenant, version, "\"onError\": \"skip-bad-rows\",", MAPPING, BAD);
    assertThat(partly.<String>path("status")).isEqualTo("partly-completed");
    Json.assertSame(
        Json.parse(partly.asString()).get("progress").toString(),
        """
        {"totalRows": 6, "importedRows": 2, "alreadyPresentRows": 0, "refusedRows": 4}""");
    assertThat(responses()).isEqualTo(2);
  }

  @Test
  void saysWhichRowsAreRefusedAndWhy() {
    String id = Imports.run(tenant, version, "", MAPPING, BAD).path("id");

    Json.assertBody(
        as(tenant, "surveys:read").get("/v1/survey-imports/" + id + "/refused-rows?sort=rowNumber"),
        """
        {"items": [
          {"id": "${uuid}", "rowNumber": 4, "errors": [
            {"column": "nps", "cell": "11",
             "detail": "11 lies outside the scale 0–10 of this question. Map the cell in the column's codes."}]},
          {"id": "${uuid}", "rowNumber": 5, "errors": [
            {"column": "id", "cell": "1",
             "detail": "\\"1\\" identifies row 2 already: give each row its own id, or remove one of the two."}]},
          {"id": "${uuid}", "rowNumber": 6, "errors": [
            {"column": "nps", "cell": "x",
             "detail": "\\"x\\" is no whole number: map it to a value or a non-answer in the column's codes."},
            {"column": "w", "cell": "-1",
             "detail": "\\"-1\\" is no weight: a weight is positive, at most 1,000,000 and has at most 10 decimals."},
            {"column": "on", "cell": "soon",
             "detail": "\\"soon\\" is no ISO 8601 date or instant, such as 2018-05-01 or 2018-05-01T09:30:00Z."}]},
          {"id": "${uuid}", "rowNumber": 7, "errors": [
            {"column": "", "cell": "",
             "detail": "The row has 2 cells, the header 8: quote cells that contain the delimiter or a line break."}]}
        ]}""");
    Response csv = as(tenant, "surveys:read").get("/v1/survey-imports/" + id + "/refused-rows.csv");
    assertThat(csv.contentType()).isEqualTo("text/csv;charset=UTF-8");
    assertThat(csv.asString().lines().limit(3))
        .containsExactly(
            "row,id,nps,u1,u2,why,area,w,on,errors",
            "4,3,11,a,,,N,1,,nps: 11 lies outside the scale 0–10 of this question."
                + " Map the cell in the column's codes.",
            "5,1,8,a,,,N,1,,\"id: \"\"1\"\" identifies row 2 already: give each row its own id,"
                + " or remove one of the two.\"");
  }

  @Test
  void aDryRunRecordsNothing() {
    Response job = Imports.run(tenant, version, "\"dryRun\": true,", MAPPING, GOOD);

    assertThat(job.<String>path("status")).isEqualTo("completed");
    assertThat(job.<Integer>path("progress.totalRows")).isEqualTo(2);
    assertThat(job.<Integer>path("progress.importedRows")).isZero();
    assertThat(responses()).isZero();
  }

  @Test
  void repeatingAnImportDoublesNothing() {
    String anonymous = MAPPING.replaceFirst("(?s)\"identity\".*?},", "");
    for (String mapping : new String[] {MAPPING, anonymous}) {
      Imports.run(tenant, version, "", mapping, GOOD);
      Response again = Imports.run(tenant, version, "", mapping, GOOD);

      assertThat(again.<String>path("status")).isEqualTo("completed");
      assertThat(again.<Integer>path("progress.importedRows")).isZero();
      assertThat(again.<Integer>path("progress.alreadyPresentRows")).isEqualTo(2);
    }
    assertThat(responses()).isEqualTo(4);
  }

  @Test
  void aMappingThatDoesNotFitTheSurveyIsRefused() {
    Json.assertBody(
        Imports.create(
            tenant,
            version,
            "",
            """
            {"questions": [
               {"linkId": "unheard-of", "columns": ["a"]},
               {"linkId": "overall", "columns": ["b", "c"], "codeList": "none",
                "codes": [{"cell": "6", "nonAnswer": "never-used"}, {"cell": "7"}]}],
             "attributes": [{"key": "size", "column": "d"}]}"""),
        """
        {
          "type": "/problems/invalid", "title": "The request is not acceptable", "status": 422,
          "detail": "Correct the fields that are listed in errors and send again.",
          "instance": "/v1/survey-imports", "requestId": "${text}",
          "errors": [
            {"pointer": "/mapping/questions/0/linkId",
             "detail": "The survey version has no question \\"unheard-of\\"."},
            {"pointer": "/mapping/questions/1/columns",
             "detail": "Only a multiple choice or a ranking is read from several columns."},
            {"pointer": "/mapping/questions/1/codeList",
             "detail": "The mapping has no code list \\"none\\"."},
            {"pointer": "/mapping/questions/1/codes/0/nonAnswer",
             "detail": "The question \\"overall\\" has no non-answer \\"never-used\\": declare it in the survey, or use no-answer."},
            {"pointer": "/mapping/questions/1/codes/1",
             "detail": "A code has either \\"to\\" or \\"nonAnswer\\"."},
            {"pointer": "/mapping/questions",
             "detail": "The question \\"recommend\\" is required: map it."},
            {"pointer": "/mapping/attributes/0/key",
             "detail": "The survey version has no attribute \\"size\\"."}
          ]
        }""");
  }

  @Test
  void aFileThatDoesNotFitItsMappingIsRefusedAtOnce() {
    String id = Imports.create(tenant, version, "", MAPPING).path("id");

    Json.assertBody(
        Imports.send(tenant, id, "id,nps,nps,u1,u2,area,w,on\n".getBytes(StandardCharsets.UTF_8)),
        """
        {
          "type": "/problems/unfit-file",
          "title": "The file does not have the columns of the mapping", "status": 422,
          "detail": "The mapping names columns that the file does not have once.",
          "instance": "/v1/survey-imports/%s/file", "requestId": "${text}",
          "errors": [
            {"pointer": "/mapping/questions/0/columns/0",
             "detail": "The file has 2 columns \\"nps\\": rename all but one."},
            {"pointer": "/mapping/questions/2/columns/0",
             "detail": "The file has no column \\"why\\"; it has id, nps, nps, u1, u2, area, w, on."}
          ]
        }"""
            .formatted(id));
    Json.assertBody(
        Imports.send(tenant, id, "".getBytes(StandardCharsets.UTF_8)),
        """
        {
          "type": "/problems/unreadable-file", "title": "The file cannot be read as CSV",
          "status": 422,
          "detail": "The file is empty: its first row must name the columns.",
          "instance": "/v1/survey-imports/%s/file", "requestId": "${text}"
        }"""
            .formatted(id));
    assertThat(Imports.ended(tenant, id).<String>path("status")).isEqualTo("awaiting-file");
  }

  @Test
  void aFileThatCannotBeReadToItsEndRecordsNothing() {
    Response job = Imports.run(tenant, version, "", MAPPING, GOOD + "6,9,a,,\"open,N,1,\n");

    assertThat(job.<String>path("status")).isEqualTo("refused");
    assertThat(job.<String>path("failure"))
        .isEqualTo(
            "The quotation marks do not match after row 3."
                + " A quotation mark within a quoted cell is written twice.");
    assertThat(responses()).isZero();
  }

  @Test
  void aJobWhoseWorkerIsGoneGoesOnWhereItStopped() throws Exception {
    String survey = Given.survey(tenant, Files.readString(Imports.DEMO.resolve("survey-sfo.json")));
    String sfo = Given.version(tenant, survey);
    String id = Imports.startDemo(tenant, sfo, 2018).path("id");
    // Another worker takes the job each time it is seen, as when its process had been killed: what
    // the former one has not committed is lost, and it may change nothing any more.
    for (int i = 0; i < 4; i++) {
      takeOver(id, "attempt = attempt + 1");
    }

    Response job = Imports.ended(tenant, id);

    assertThat(job.<String>path("status")).isEqualTo("completed");
    Json.assertSame(
        Json.parse(job.asString()).get("progress").toString(),
        """
        {"totalRows": 2809, "importedRows": 2809, "alreadyPresentRows": 0, "refusedRows": 0}""");
    assertThat(responses()).isEqualTo(2809);
  }

  @Test
  void aJobThatGetsOnOutlivesAnyNumberOfProcesses() throws Exception {
    String survey = Given.survey(tenant, Files.readString(Imports.DEMO.resolve("survey-sfo.json")));
    String id = Imports.startDemo(tenant, Given.version(tenant, survey), 2018).path("id");
    takeOver(id, "attempt = 40, failures = 4");

    Response job = Imports.ended(tenant, id);

    assertThat(job.<String>path("status")).isEqualTo("completed");
    assertThat(responses()).isEqualTo(2809);
  }

  @Test
  void aJobThatOutlivesFiveProcessesHasFailed() throws Exception {
    String survey = Given.survey(tenant, Files.readString(Imports.DEMO.resolve("survey-sfo.json")));
    String id = Imports.startDemo(tenant, Given.version(tenant, survey), 2018).path("id");
    takeOver(id, "attempt = attempt + 1, failures = 5");

    Response job = Imports.ended(tenant, id);

    assertThat(job.<String>path("status")).isEqualTo("failed");
    assertThat(job.<String>path("failure"))
        .isEqualTo(
            "The import broke off 5 times in a row; the counts say what it recorded until then. Send"
                + " the file again later: what is recorded is not recorded twice.");
  }

  @Test
  void aMomentThatCannotBeIsRefusedRowByRow() {
    String rows =
        """
        id,nps,u1,u2,why,area,w,on
        1,9,a,,,N,1,2999-01-01
        2,9,a,,,N,1,-0001-01-01T00:00:00Z
        3,9,a,,,N,1,1582-12-31
        4,9,a,,,N,1,+12026-01-01T00:00:00Z
        """;
    String id = Imports.run(tenant, version, "", MAPPING, rows).path("id");

    assertThat(
            as(tenant, "surveys:read")
                .get("/v1/survey-imports/" + id + "/refused-rows?sort=rowNumber")
                .<List<String>>path("items.errors.detail.flatten()"))
        .containsExactly(
            "\"2999-01-01\" lies in the future.",
            "\"-0001-01-01T00:00:00Z\" lies outside the years 1583 to 9999.",
            "\"1582-12-31\" lies outside the years 1583 to 9999.",
            "\"+12026-01-01T00:00:00Z\" lies outside the years 1583 to 9999.");
  }

  @Test
  void anotherTenantSeesNothing() {
    String id = Imports.run(tenant, version, "", MAPPING, BAD).path("id");
    String other = freshTenant();

    for (String path : new String[] {"", "/refused-rows", "/refused-rows.csv"}) {
      assertThat(as(other, "surveys:read").get("/v1/survey-imports/" + id + path).statusCode())
          .isEqualTo(404);
    }
    assertThat(Imports.send(other, id, new byte[0]).statusCode()).isEqualTo(404);
    Json.assertBody(as(other, "surveys:read").get("/v1/survey-imports"), "{\"items\": []}");
  }

  private int responses() {
    return as(tenant, "surveys:read").get("/v1/responses?total=true&limit=1").path("total");
  }

  /// Lets another worker take the job that one is at work on, which raises the number of the
  /// attempt and that of attempts without progress.
  private static void takeOver(String id, String changes) throws SQLException {
    try (Connection job = Platform.connect("job");
        Statement statement = job.createStatement()) {
      await("a worker of " + id)
          .atMost(Duration.ofSeconds(30))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> !waits(statement, id));
      statement.execute(
          "UPDATE survey_import_job SET leased_until = now(), %s WHERE import_id = '%s'"
              .formatted(changes, id));
    }
  }

  private static boolean waits(Statement statement, String id) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT 1 FROM survey_import_job WHERE leased_until <= now() AND import_id = '%s'"
                .formatted(id))) {
      return row.next();
    }
  }
}
