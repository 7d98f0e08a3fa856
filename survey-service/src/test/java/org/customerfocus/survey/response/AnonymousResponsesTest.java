package org.customerfocus.survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Looks at every row of every table: whatever is stored of a response to an anonymous survey, none
/// of it tells whose it is, which way it came, or when within the day.
@QuarkusTest
@WithTestResource(Platform.class)
class AnonymousResponsesTest {

  private static final UUID CUSTOMER = UUID.fromString("0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43");
  private static final UUID PARTY = UUID.fromString("0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d44");
  private static final UUID INVITATION = UUID.fromString("0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d45");
  private static final UUID LINK = UUID.fromString("0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d46");
  private static final UUID CAMPAIGN = UUID.fromString("0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d47");

  @Inject Answering answering;
  @Inject AnonymousDays days;
  @Inject TenantWork tenants;

  private final String tenant = freshTenant();
  private String version;
  private List<String> before;

  @BeforeEach
  void publish() throws SQLException {
    version =
        Given.version(
            tenant,
            Given.survey(tenant, Given.SURVEY.replaceFirst("\\{", "{\"anonymous\": true,")));
    before = rows();
  }

  @Test
  void nothingThatIsStoredIdentifies() throws SQLException {
    String body =
        """
        {"surveyVersionId": "%s", "respondedAt": "2026-11-20T10:11:12Z",
         "customerId": "%s", "partyId": "%s",
         "externalRef": {"scheme": "till", "value": "badge-4711"},
         "answers": [{"linkId": "recommend", "value": 9}]}"""
            .formatted(version, CUSTOMER, PARTY);

    Response created = submit(body, UUID.randomUUID().toString());

    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    String id = created.path("id");
    assertThat(UUID.fromString(id).version()).isEqualTo(4);
    assertThat(created.<String>path("respondedAt")).isEqualTo("2026-11-20T00:00:00Z");
    assertThat(created.<String>path("recordedAt")).endsWith("T00:00:00Z");
    assertNothingTells(List.of(CUSTOMER.toString(), PARTY.toString(), "badge-4711"));
  }

  @Test
  void nothingThatAPageStoresIdentifies() throws SQLException {
    Origin origin =
        new Origin(
            LINK,
            INVITATION,
            CAMPAIGN,
            "email",
            CUSTOMER,
            PARTY,
            UUID.randomUUID(),
            null,
            Map.of("region", AttributeValue.ofCode("north"), "x", AttributeValue.ofText("y")));
    UUID id =
        inTenant(
            () -> {
              UUID begun = answering.begin(UUID.fromString(version), origin).id();
              answering.save(begun, List.of(Answer.ofValue("recommend", 9)));
              assertThat(answering.complete(begun).status()).isEqualTo("completed");
              return begun;
            });

    assertThat(id.version()).isEqualTo(4);
    assertNothingTells(
        List.of(LINK, INVITATION, CAMPAIGN, CUSTOMER, PARTY).stream().map(UUID::toString).toList());
  }

  @Test
  void whoFollowsTheirInvitationTwiceGivesOneResponse() throws Exception {
    Origin origin =
        new Origin(LINK, INVITATION, CAMPAIGN, "email", CUSTOMER, PARTY, null, null, Map.of());
    Supplier<UUID> begin = () -> answering.begin(UUID.fromString(version), origin).id();
    Set<UUID> begun = new HashSet<>();
    try (ExecutorService people = Executors.newFixedThreadPool(4)) {
      List<Future<UUID>> all =
          IntStream.range(0, 8).mapToObj(i -> people.submit(() -> inTenant(begin))).toList();
      for (Future<UUID> each : all) {
        begun.add(each.get());
      }
    }

    assertThat(begun).hasSize(1);
    assertThat(responses()).isEqualTo(1);
    inTenant(
        () -> {
          answering.leave(INVITATION, null);
          return true;
        });
    assertThatThrownBy(() -> inTenant(begin))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ResponseProblems.RESPONSE_ENDED));
    assertThat(rows())
        .filteredOn(row -> row.startsWith("anonymous_sitting "))
        .singleElement()
        .asString()
        .contains("\"sitting\": null");
    assertNothingTells(
        List.of(LINK, INVITATION, CAMPAIGN, CUSTOMER, PARTY).stream().map(UUID::toString).toList());
  }

  @Test
  void aRepeatedBatchOfMixedSurveysAddsNothing() {
    String open = Given.version(tenant, Given.survey(tenant, Given.SURVEY));
    String item =
        "{\"surveyVersionId\": \"%s\", \"answers\": [{\"linkId\": \"recommend\", \"value\": %d}]}";
    String body =
        "{\"responses\": [%s, %s]}".formatted(item.formatted(version, 9), item.formatted(open, 8));

    Response first = batch(body);
    Response again = batch(body);
    Response other = batch(body.replace("\"value\": 8", "\"value\": 7"));

    assertThat(first.<Integer>path("recorded")).as(first.asString()).isEqualTo(2);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.<String>path("type")).isEqualTo("/problems/idempotency-key-reused");
    assertThat(responses()).isEqualTo(2);
  }

  @Test
  void aRepeatedRequestIsTheSameResponse() throws SQLException {
    String key = UUID.randomUUID().toString();
    String body =
        "{\"surveyVersionId\": \"%s\", \"answers\": [{\"linkId\": \"recommend\", \"value\": 9}]}"
            .formatted(version);

    Response first = submit(body, key);
    Response again = submit(body, key);
    Response other = submit(body.replace("\"value\": 9", "\"value\": 8"), key);
    Response another = submit(body, UUID.randomUUID().toString());

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.<String>path("type")).isEqualTo("/problems/idempotency-key-reused");
    assertThat(another.<String>path("id")).isNotEqualTo(first.<String>path("id"));
    assertThat(responses()).isEqualTo(2);
    assertNothingTells(List.of(key));
  }

  @Test
  void aRepeatedBatchAddsNothing() throws SQLException {
    String item =
        """
        {"surveyVersionId": "%s", "respondedAt": "2026-11-20T10:11:12Z",
         "externalRef": {"scheme": "kiosk", "value": "%s"},
         "answers": [{"linkId": "recommend", "value": 9}]}""";
    String batch =
        "{\"responses\": [%s, %s]}"
            .formatted(item.formatted(version, "k-1"), item.formatted(version, "k-2"));

    Response first = batch(batch);
    Response again = batch(batch);

    assertThat(first.<Integer>path("recorded")).as(first.asString()).isEqualTo(2);
    assertThat(again.<Integer>path("alreadyPresent")).isEqualTo(2);
    assertThat(again.<List<String>>path("items.responseId"))
        .isEqualTo(first.<List<String>>path("items.responseId"));
    assertNothingTells(List.of("k-1", "k-2"));
  }

  @Test
  void aDayIsToldAsOneWhenItIsOver() throws SQLException {
    String body =
        "{\"surveyVersionId\": \"%s\", \"answers\": [{\"linkId\": \"recommend\", \"value\": 9}]}"
            .formatted(version);
    submit(body, "a");
    submit(body, "b");
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    days.tell();
    assertThat(events("response-day")).isEmpty();

    Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
    days.tell(tomorrow);
    days.tell(tomorrow);

    assertThat(events("response-day"))
        .singleElement()
        .asString()
        .contains("\"recorded\": 2", "\"day\": \"" + today + "\"", version);
  }

  @Test
  void aDayThatIsOverWasWrittenInOneTransaction() throws SQLException {
    String body =
        "{\"surveyVersionId\": \"%s\", \"answers\": [{\"linkId\": \"recommend\", \"value\": 9}]}"
            .formatted(version);
    submit(body, "a");
    submit(body, "b");
    Set<String> each = transactions();
    assertThat(each).hasSize(2);
    List<String> answers = rows();

    days.tell(Instant.now().plus(Duration.ofDays(1)));

    assertThat(transactions()).hasSize(1).doesNotContainAnyElementsOf(each);
    assertThat(rows())
        .filteredOn(row -> row.startsWith("answer ") || row.startsWith("response "))
        .isNotEmpty()
        .isSubsetOf(answers);
  }

  /// Which transactions wrote the responses and what belongs to them.
  private Set<String> transactions() throws SQLException {
    Set<String> found = new HashSet<>();
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      for (String table : List.of("response", "answer", "response_attribute")) {
        try (ResultSet rows =
            statement.executeQuery(
                "SELECT xmin FROM %s WHERE tenant_id = '%s'".formatted(table, tenant))) {
          while (rows.next()) {
            found.add(rows.getString(1));
          }
        }
      }
    }
    return found;
  }

  @Test
  void aScoreDoesNotTellTheSeconds() {
    Spam exact = new Spam(731_457, List.of(Spam.Reason.TOO_FAST));

    assertThat(exact.coarse().millionths()).isEqualTo(700_000);
    assertThat(exact.coarse().reasons()).isEqualTo(exact.reasons());
    assertThat(new Spam(1, exact.reasons()).coarse().millionths()).isEqualTo(100_000);
    assertThat(Spam.NONE.coarse()).isEqualTo(Spam.NONE);
    Origin origin =
        new Origin(LINK, INVITATION, CAMPAIGN, "email", CUSTOMER, PARTY, null, null, Map.of());
    UUID id =
        inTenant(
            () -> {
              UUID begun = answering.begin(UUID.fromString(version), origin).id();
              answering.save(begun, List.of(Answer.ofValue("recommend", 9)));
              answering.complete(begun, new Signals(null, Duration.ofMillis(337)));
              return begun;
            });
    Response found = as(tenant, "surveys:read").get("/v1/responses/" + id);
    assertThat(found.<Number>path("spamScore").doubleValue()).as(found.asString()).isEqualTo(0.5);
  }

  @Test
  void jobsReadTheDaysAndNothingMore() throws SQLException {
    try (Connection job = Platform.connect("job");
        Statement statement = job.createStatement();
        ResultSet allowed =
            statement.executeQuery(
                """
                SELECT string_agg(privilege, ' ' ORDER BY privilege)
                FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS privilege
                WHERE has_table_privilege(current_user, 'anonymous_day', privilege)""")) {
      assertThat(allowed.next()).isTrue();
      assertThat(allowed.getString(1)).isEqualTo("SELECT");
    }
  }

  private <T> T inTenant(Supplier<T> work) {
    return tenants.call(new Caller(tenant, "link", Set.of(), null, false), work);
  }

  private Response submit(String body, String key) {
    return as(tenant, "responses:submit")
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/responses");
  }

  private Response batch(String body) {
    return as(tenant, "responses:submit")
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", "batch")
        .body(body)
        .post("/v1/response-batches");
  }

  private int responses() {
    return as(tenant, "surveys:read").get("/v1/responses?total=true").path("total");
  }

  private List<String> events(String resource) throws SQLException {
    return rows().stream()
        .filter(row -> row.startsWith("outbox_event ") && row.contains("." + resource + "."))
        .toList();
  }

  /// Of all that was stored since the survey was published, nothing holds one of the texts, a
  /// moment within a day, or an id that tells its moment.
  private void assertNothingTells(List<String> texts) throws SQLException {
    List<String> stored = new ArrayList<>(rows());
    stored.removeAll(before);
    assertThat(stored).isNotEmpty();
    for (String row : stored) {
      assertThat(row).doesNotContain(texts);
      assertThat(row).doesNotContainPattern("T(?!00:00:00)\\d\\d:\\d\\d:\\d\\d");
      assertThat(row.replace(version, "").replace(survey(), ""))
          .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-");
      assertThat(row)
          .doesNotStartWith("outbox_event")
          .doesNotStartWith("audit_entry")
          .doesNotStartWith("idempotent_answer");
    }
  }

  private String survey() {
    return as(tenant, "surveys:read").get("/v1/survey-versions/" + version).path("surveyId");
  }

  /// Every row of this tenant in every table, as JSON behind the name of its table; what the sealer
  /// adds to earlier rows is left out.
  private List<String> rows() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(tenant));
      List<String> tables = new ArrayList<>();
      try (ResultSet found =
          statement.executeQuery(
              """
              SELECT c.relname FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
              WHERE c.relkind IN ('r', 'p') AND has_table_privilege(c.oid, 'SELECT')""")) {
        while (found.next()) {
          tables.add(found.getString(1));
        }
      }
      assertThat(tables)
          .contains(
              "response", "answer", "response_attribute", "idempotent_answer", "outbox_event");
      for (String table : tables) {
        try (ResultSet found =
            statement.executeQuery(
                "SELECT (to_jsonb(t) - '{tenant_id,position,digest}'::text[])::text FROM %s t WHERE tenant_id = '%s'"
                    .formatted(table, tenant))) {
          while (found.next()) {
            rows.add(table + " " + found.getString(1));
          }
        }
      }
    }
    return rows;
  }
}
