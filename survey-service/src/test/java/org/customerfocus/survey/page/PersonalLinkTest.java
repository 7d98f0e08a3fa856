package org.customerfocus.survey.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.customerfocus.survey.Transactions;
import org.customerfocus.survey.invitation.Frozen;
import org.customerfocus.survey.invitation.InvitationChannel;
import org.customerfocus.survey.invitation.Ledger;
import org.customerfocus.survey.invitation.Offer;
import org.customerfocus.survey.link.Links;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The link of one invited person, to a survey that knows them and to one that is anonymous.
@QuarkusTest
@WithTestResource(Platform.class)
class PersonalLinkTest {

  private static final String ABOUT = "/db/migration/V0080__what_responses_are_about.sql";

  private final String tenant = freshTenant();
  private final Browser browser = new Browser(tenant);
  private UUID invitation;
  private String version;

  @Inject Ledger ledger;
  @Inject Links links;
  @Inject TenantWork work;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sendingTwiceAtOnceShowsTheThanksTwice(boolean anonymous) throws Exception {
    String link = invite(anonymous);
    for (int tries = 0; tries < 2; tries++) {
      link = tries == 0 ? link : invite(anonymous);
      String last = Browser.action(browser.next(browser.begin(link), "q:nps", "8"));
      List<Response> sent =
          tries == 0
              ? twice(last)
              : List.of(browser.post(last, "q:again", "5"), browser.post(last, "q:again", "5"));
      for (Response each : sent) {
        assertThat(each.statusCode()).as(each.asString()).isEqualTo(303);
        assertThat(browser.get(each.header("Location")).asString()).contains("Thank you!");
      }
      assertThat(browser.get(link).asString()).contains("You have already answered");
    }
  }

  /// Both wait for the response before either goes on.
  private List<Response> twice(String last) throws Exception {
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
      return List.of(one.get(), other.get());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void headChangesNothing(boolean anonymous) throws Exception {
    String link = invite(anonymous);

    assertThat(browser.head(link).statusCode()).isEqualTo(200);

    assertThat(status()).isEqualTo("offered");
    assertThat(browser.get(link).statusCode()).isEqualTo(200);
    assertThat(status()).isEqualTo(anonymous ? "offered" : "opened");
    assertThat(browser.head(link.substring(0, link.length() - 4) + "AAAA").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsAnonymousIsWrittenTogetherWithNothingThatNames(boolean anonymous) throws Exception {
    String link = invite(anonymous);
    String last = Browser.action(browser.next(browser.begin(link), "q:nps", "8"));
    browser.next(last, "q:again", "5");

    assertThat(status()).isEqualTo(anonymous ? "offered" : "completed");
    List<String> shared = new ArrayList<>();
    for (String of : List.of("survey_link", "invitation")) {
      for (String told : List.of("response", "answer")) {
        shared.addAll(
            sharing(
                "SELECT '%s' FROM %s a JOIN %s b ON a.tenant_id = b.tenant_id AND a.xmin = b.xmin"
                    .formatted(of, of, told)));
      }
    }
    assertThat(shared.isEmpty()).as(shared.toString()).isEqualTo(anonymous);
  }

  private List<String> sharing(String join) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(join + " WHERE a.tenant_id = '%s'".formatted(tenant))) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  /// What was answered before responses told what they are about: of invitations that the
  /// interactions of a single touchpoint set off it is known.
  @Test
  void theInvitedAnswerAboutWhatSetTheInvitationOff() throws Exception {
    UUID desk = UUID.randomUUID();
    UUID door = UUID.randomUUID();
    String trigger = "{\"trigger\": {\"touchpointIds\": [%s]%s}}";
    String one = trigger.formatted("\"" + desk + "\"", "");
    String two = trigger.formatted("\"%s\", \"%s\"".formatted(desk, door), "");
    String closed = trigger.formatted("\"" + desk + "\"", ", \"caseClosed\": true");
    UUID set = UUID.randomUUID();
    Frozen nothing = new Frozen(List.of("end-user"), List.of(), null);
    List<String> versions = new ArrayList<>();
    List<@Nullable UUID> now = new ArrayList<>();
    List<@Nullable UUID> then = new ArrayList<>();
    for (Invited each :
        List.of(
            new Invited(two, set, nothing.about(door, null), door, door),
            new Invited(one, set, nothing, null, desk),
            new Invited(two, set, nothing, null, null),
            new Invited(closed, set, nothing, null, null),
            new Invited(one, null, nothing, null, null),
            new Invited("{}", null, nothing, null, null))) {
      String link = invite(false, each.plan, each.occasion, each.as);
      versions.add(version);
      now.add(each.now);
      then.add(each.then);
      String last = Browser.action(browser.next(browser.begin(link), "q:nps", "8"));
      browser.next(last, "q:again", "5");
    }
    String script;
    try (InputStream in = getClass().getResourceAsStream(ABOUT)) {
      script = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      assertThat(touchpoints(statement, versions)).isEqualTo(now);
      // The script reads all tenants, among them what another test wrote past the service.
      statement.execute("UPDATE invitation SET attributes = '{}' WHERE attributes NOT LIKE '{%'");
      statement.execute(
          script.substring(script.indexOf("UPDATE invitation"), script.indexOf("-- Counts")));
      assertThat(touchpoints(statement, versions)).isEqualTo(then);
      owner.rollback();
    }
  }

  /// @param now what the answers of one so invited are about
  /// @param then the same once it was looked for
  private record Invited(
      String plan, @Nullable UUID occasion, Frozen as, @Nullable UUID now, @Nullable UUID then) {}

  private static List<@Nullable UUID> touchpoints(Statement statement, List<String> versions)
      throws SQLException {
    List<@Nullable UUID> found = new ArrayList<>();
    for (String each : versions) {
      try (ResultSet row =
          statement.executeQuery(
              "SELECT touchpoint_id FROM response WHERE survey_version_id = '%s'"
                  .formatted(each))) {
        assertThat(row.next()).isTrue();
        found.add(row.getObject(1, UUID.class));
      }
    }
    return found;
  }

  private String invite(boolean anonymous) throws SQLException {
    return invite(anonymous, "{}", null, new Frozen(List.of("end-user"), List.of(), null));
  }

  private String invite(boolean anonymous, String plan, @Nullable UUID occasion, Frozen as)
      throws SQLException {
    String survey =
        anonymous
            ? Samples.BRANCHING.replaceFirst("\\{", "{\"anonymous\": true,")
            : Samples.BRANCHING;
    version = Given.version(tenant, Given.survey(tenant, survey));
    UUID campaign = UUID.randomUUID();
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      statement.executeUpdate(
          """
          INSERT INTO campaign (tenant_id, id, version, created_at, updated_at, name, status,
            survey_version_id, anonymous, plan, phase)
          VALUES ('%s', '%s', 0, now(), now(), 'Autumn', 'running', '%s', %s, '%s', 'settled')"""
              .formatted(tenant, campaign, version, anonymous, plan));
    }
    UUID of = UUID.fromString(version);
    Offer offer = new Offer(campaign, of, anonymous, null, List.of());
    Offer.Person person =
        new Offer.Person(
            UUID.randomUUID(), UUID.randomUUID(), occasion, InvitationChannel.PERSONAL_LINK, as);
    Caller system = Caller.system("test", tenant, false);
    invitation = work.call(system, () -> ledger.offer(offer, List.of(person))).getFirst();
    return work.call(system, () -> links.another(of, campaign, invitation, null)).path();
  }

  private String status() {
    return as(tenant, "surveys:read").get("/v1/invitations/" + invitation).path("status");
  }
}
