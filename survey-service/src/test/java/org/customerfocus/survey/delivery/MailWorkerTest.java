package org.customerfocus.survey.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.job.DueWorkRepository.Lease;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.customerfocus.survey.invitation.Frozen;
import org.customerfocus.survey.invitation.InvitationChannel;
import org.customerfocus.survey.invitation.Ledger;
import org.customerfocus.survey.invitation.Offer;
import org.customerfocus.survey.link.Links;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// E-mails through a real SMTP server.
@QuarkusTest
@WithTestResource(Platform.class)
@WithTestResource(Outside.class)
class MailWorkerTest {

  private static final String SURVEY =
      """
      {"name": "Autumn wave", "title": "How was your trip?", "introduction": "Two minutes.",
       "language": "en", "anonymityThreshold": 0,
       "items": [{"linkId": "recommend", "type": "nps", "text": "Would you recommend us?"}],
       "translations": {"de": {"title": "Wie war Ihre <Reise>?"}}}""";

  private final String tenant = freshTenant();
  private final UUID campaign = UUID.randomUUID();
  private UUID version;

  @Inject Ledger ledger;
  @Inject TenantWork work;
  @Inject DueWorkRepository queue;
  @Inject MailSteps steps;
  @Inject MailServer server;
  @Inject Letters letters;
  @Inject MailConfig config;
  @Inject Links links;
  @Inject EntityManager entities;

  @BeforeEach
  void campaign() throws SQLException {
    version = UUID.fromString(Given.version(tenant, Given.survey(tenant, SURVEY)));
    owner(
        """
        INSERT INTO campaign (tenant_id, id, version, created_at, updated_at, name, status,
          survey_version_id, anonymous, plan, phase)
        VALUES ('%s', '%s', 0, now(), now(), 'Autumn', 'running', '%s', false, '{}', 'settled')"""
            .formatted(tenant, campaign, version));
  }

  @Test
  void anInvitationReachesThePersonInTheirLanguageWithTheirLinkAndAWayOut() throws Exception {
    UUID party = UUID.randomUUID();
    UUID invitation = offer(false, List.of(), party).getFirst();

    MimeMessage sent = soon().until(() -> received(party), found -> found.size() == 1).getFirst();

    assertThat(sent.getFrom()[0].toString()).isEqualTo("Harbour & Co <surveys@harbour.example>");
    assertThat(sent.getSubject()).isEqualTo("Wie war Ihre <Reise>?");
    assertThat(sent.getHeader("Content-Language")).containsExactly("de");
    assertThat(sent.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    String link = "https://focus.example" + path(invitation);
    assertThat(sent.getHeader("List-Unsubscribe")[0]).isEqualTo("<" + link + "/unsubscribe>");
    assertThat(part(sent, 0))
        .contains("Guten Tag Maya Lindqvist", "Harbour & Co", "Two minutes.", link + "\n")
        .contains(link + "/unsubscribe");
    assertThat(part(sent, 1))
        .contains(
            "lang=\"de\" dir=\"ltr\"", "Wie war Ihre &lt;Reise&gt;?", "href=\"" + link + "\"");
    soon().until(() -> mail(invitation).path("items[0].status"), "sent"::equals);
    assertThat(mail(invitation).<Integer>path("items[0].attempts")).isEqualTo(1);
    assertThat(sent.getMessageID())
        .isEqualTo("<%s@harbour.example>".formatted(mail(invitation).<String>path("items[0].id")));
    assertThat(status(invitation)).isEqualTo("delivered");
    assertThat(stored()).doesNotContain("people.example", "Lindqvist");
  }

  @Test
  void manyLeaveOnceEach() {
    UUID[] parties = Stream.generate(UUID::randomUUID).limit(200).toArray(UUID[]::new);

    offer(false, List.of(), parties);

    soon().until(() -> total("sent"), "200"::equals);
    assertThat(received(parties)).hasSize(200);
  }

  @Test
  void aWorkerThatDiesInABatchLosesNoMailAndDoublesAtMostOne() throws Exception {
    UUID[] parties = Stream.generate(UUID::randomUUID).limit(10).toArray(UUID[]::new);
    offerLater(parties);
    // What SIGKILL leaves behind: each step has committed by itself, and nothing else happened.
    List<Lease> batch = claimAll();
    assertThat(batch).hasSize(10);
    owner("UPDATE survey_mail_job SET due_at = now() WHERE tenant_id = '%s'".formatted(tenant));
    int died = 4;
    for (int i = 0; i <= died; i++) {
      Lease each = batch.get(i);
      Errand errand = Objects.requireNonNull(work.call(system(false), () -> steps.begin(each)));
      Letter letter =
          letters.write(
              errand,
              new Recipient.Reachable("Maya", errand.party() + "@people.example", List.of()),
              null);
      try (MailRun run = server.open()) {
        assertThat(run.send(letter, false)).isEqualTo(new Outcome.Sent());
      }
      if (i < died) {
        run(() -> steps.settle(each, errand, new Outcome.Sent()));
      }
    }

    soon().atMost(Duration.ofSeconds(30)).until(() -> total("sent"), "10"::equals);
    List<MimeMessage> sent = received(parties);
    assertThat(sent.stream().map(MailWorkerTest::id).distinct()).hasSize(10);
    // The one that nobody knew about came twice, and both times as the same.
    assertThat(sent).hasSize(11);
    // Should the dead one come to life again, it can do nothing.
    assertThat(work.call(system(false), () -> steps.begin(batch.get(died)))).isNull();
  }

  @Test
  void mailsWaitForAServerThatIsAway() {
    UUID party = UUID.randomUUID();
    Outside.hangUp();
    UUID invitation;
    try {
      invitation = offer(false, List.of(), party).getFirst();
      soon().until(() -> mail(invitation).path("items[0].reason") != null);
      assertThat(mail(invitation).<String>path("items[0].status")).isEqualTo("waiting");
      assertThat(mail(invitation).<String>path("items[0].reason"))
          .isEqualTo("The mail server cannot be reached, or has broken off.");
    } finally {
      Outside.listen();
    }

    soon()
        .atMost(Duration.ofSeconds(40))
        .until(() -> mail(invitation).path("items[0].status"), "sent"::equals);
    assertThat(received(party)).hasSize(1);
  }

  @Test
  void nothingOfATestTenantLeaves() {
    UUID party = UUID.randomUUID();
    UUID invitation = offer(true, List.of(), party).getFirst();

    soon().until(() -> mail(invitation).path("items[0].status"), "withheld"::equals);

    assertThat(mail(invitation).<String>path("items[0].reason"))
        .isEqualTo("E-mails of a test tenant do not leave the platform.");
    assertThat(status(invitation)).isEqualTo("offered");
    assertThat(received(party)).isEmpty();
  }

  @Test
  void whoCannotBeWrittenToIsToldWithTheReason() {
    UUID party = UUID.randomUUID();
    Outside.PARTIES.put(
        party.toString(), "{\"id\": \"%s\", \"name\": \"Nobody\"}".formatted(party));
    UUID refusing = UUID.randomUUID();
    Outside.REFUSING.add(refusing.toString());

    List<UUID> invitations = offer(false, List.of(), party, refusing);

    soon().until(() -> status(invitations.getFirst()), "failed"::equals);
    assertThat(mail(invitations.getFirst()).<String>path("items[0].reason"))
        .isEqualTo("The person has no e-mail address that is valid today.");
    soon().until(() -> mail(invitations.get(1)).path("items[0].status"), "cancelled"::equals);
    assertThat(mail(invitations.get(1)).<String>path("items[0].reason"))
        .isEqualTo("The person wants no surveys by e-mail (withdrawn).");
    assertThat(received(party, refusing)).isEmpty();
  }

  @Test
  void remindersGoToThoseWhoHaveNotAnswered() throws SQLException {
    UUID eager = UUID.randomUUID();
    UUID slow = UUID.randomUUID();
    List<UUID> invitations = offer(false, List.of(1, 2), eager, slow);
    soon().until(() -> total("sent"), "2"::equals);
    run(() -> ledger.completed(invitations.getFirst()));

    owner("UPDATE survey_mail_job SET due_at = now() WHERE tenant_id = '%s'".formatted(tenant));

    soon().until(() -> received(slow), found -> found.size() == 2);
    soon().until(() -> mail(invitations.getFirst()).path("items[1].status"), "cancelled"::equals);
    assertThat(mail(invitations.getFirst()).<String>path("items[1].reason"))
        .isEqualTo("The survey was answered before.");
    assertThat(received(eager)).hasSize(1);
    List<MimeMessage> sent = received(slow);
    assertThat(sent.stream().map(MailWorkerTest::subject))
        .containsExactlyInAnyOrder("Wie war Ihre <Reise>?", "Erinnerung: Wie war Ihre <Reise>?");
    // The second reminder waits for its day.
    soon().until(() -> mail(invitations.get(1)).path("items[2].status"), "waiting"::equals);
    assertThat(
            as(tenant, "surveys:read")
                .get("/v1/invitations/" + invitations.get(1))
                .<Integer>path("reminded"))
        .isEqualTo(1);
  }

  @Test
  void aReminderThatIsCancelledDoesNotEndTheOthers() throws SQLException {
    UUID party = UUID.randomUUID();
    UUID invitation = offer(false, List.of(1, 2), party).getFirst();
    soon().until(() -> total("sent"), "1"::equals);
    Outside.REFUSING.add(party.toString());
    owner("UPDATE survey_mail_job SET due_at = now() WHERE tenant_id = '%s'".formatted(tenant));
    soon().until(() -> mail(invitation).path("items[1].status"), "cancelled"::equals);

    Outside.REFUSING.remove(party.toString());
    owner("UPDATE survey_mail_job SET due_at = now() WHERE tenant_id = '%s'".formatted(tenant));

    soon().until(() -> mail(invitation).path("items[2].status"), "sent"::equals);
    assertThat(mail(invitation).<List<Integer>>path("items.ordinal")).containsExactly(0, 1, 2);
    assertThat(received(party)).hasSize(2);
    assertThat(
            as(tenant, "surveys:read")
                .get("/v1/invitations/" + invitation)
                .<Integer>path("reminded"))
        .isEqualTo(1);
  }

  @Test
  void permissionIsAskedForThePurposeOfTheCampaign() throws SQLException {
    owner(
        "UPDATE campaign SET plan = '{\"permission\": {\"purpose\": \"research\"}}' WHERE id = '%s'"
            .formatted(campaign));
    UUID party = UUID.randomUUID();

    offer(false, List.of(), party);

    soon().until(() -> received(party), found -> found.size() == 1);
    assertThat(Outside.ASKED).anyMatch(query -> query.contains(party + "&purpose=research&"));
  }

  @Test
  void oneClickEndsThemAtOnce() throws SQLException {
    UUID party = UUID.randomUUID();
    UUID invitation = offer(false, List.of(1), party).getFirst();
    soon().until(() -> total("sent"), "1"::equals);
    String path = path(invitation) + "/unsubscribe";

    Response asked = as(tenant, "responses:submit").header("Accept-Language", "ar").get(path);
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.asString()).contains("dir=\"rtl\"", "<form method=\"post\">");
    assertThat(Outside.TOLD.stream().filter(told -> told.startsWith(party.toString()))).isEmpty();
    Response done =
        as(tenant, "responses:submit")
            .contentType("application/x-www-form-urlencoded")
            .body("List-Unsubscribe=One-Click")
            .post(path);
    assertThat(done.statusCode()).as(done.asString()).isEqualTo(200);
    assertThat(done.asString()).contains("You will receive no more surveys by e-mail.");

    owner("UPDATE survey_mail_job SET due_at = now() WHERE tenant_id = '%s'".formatted(tenant));
    soon().until(() -> mail(invitation).path("items[1].status"), "cancelled"::equals);
    soon().until(() -> Outside.TOLD.stream().anyMatch(told -> told.startsWith(party.toString())));
    assertThat(received(party)).hasSize(1);
    Response unknown =
        as(tenant, "responses:submit").post("/s/" + tenant + ".AAAAAAAAAAAAAAAAAAAAAA/unsubscribe");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.contentType()).startsWith("text/html");
  }

  private List<UUID> offer(boolean test, List<Integer> reminders, UUID... parties) {
    return work.call(system(test), () -> ledger.offer(offer(reminders), people(parties)));
  }

  private Offer offer(List<Integer> reminders) {
    return new Offer(campaign, version, false, Instant.now().plus(Duration.ofDays(30)), reminders);
  }

  private static List<Offer.Person> people(UUID... parties) {
    Frozen as = new Frozen(List.of("end-user"), List.of(), null);
    return Arrays.stream(parties)
        .map(party -> new Offer.Person(null, party, null, InvitationChannel.EMAIL, as))
        .toList();
  }

  /// Machines that do other things as well are slow.
  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(40));
  }

  /// Queued for tomorrow, so that the service's own worker leaves them alone.
  private void offerLater(UUID... parties) {
    run(
        () -> {
          ledger.offer(offer(List.of()), people(parties));
          entities
              .createNativeQuery("UPDATE survey_mail_job SET due_at = now() + interval '1 day'")
              .executeUpdate();
        });
  }

  private List<Lease> claimAll() throws SQLException {
    Instant now = Instant.now();
    return queue
        .claim(MailRepository.WORK, now.plus(Duration.ofDays(2)), config.lease(), 1000)
        .stream()
        .filter(each -> each.tenant().equals(tenant))
        .toList();
  }

  private List<MimeMessage> received(UUID... parties) {
    List<String> addresses = Arrays.stream(parties).map(each -> each + "@people.example").toList();
    Map<String, String> wanted =
        addresses.stream().collect(Collectors.toMap(each -> each, each -> each));
    List<MimeMessage> found = new ArrayList<>();
    for (MimeMessage each : Outside.mail().getReceivedMessages()) {
      if (wanted.containsKey(recipient(each))) {
        found.add(each);
      }
    }
    return found;
  }

  private static String recipient(MimeMessage message) {
    try {
      return ((jakarta.mail.internet.InternetAddress)
              message.getRecipients(Message.RecipientType.TO)[0])
          .getAddress();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String id(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(MimeMessage message, int number)
      throws IOException, MessagingException {
    Object text = ((MimeMultipart) message.getContent()).getBodyPart(number).getContent();
    return text.toString().replace("\r\n", "\n");
  }

  private Response mail(UUID invitation) {
    return as(tenant, "surveys:read")
        .queryParam("filter", "invitationId==" + invitation)
        .queryParam("sort", "dueAt")
        .get("/v1/survey-mails");
  }

  private String total(String status) {
    Object total =
        as(tenant, "surveys:read")
            .queryParam("filter", "status==" + status)
            .queryParam("limit", 1)
            .queryParam("total", true)
            .get("/v1/survey-mails")
            .path("total");
    return String.valueOf(total);
  }

  private String status(UUID invitation) {
    return as(tenant, "surveys:read").get("/v1/invitations/" + invitation).path("status");
  }

  private String path(UUID invitation) {
    return work.call(
        system(false), () -> links.personal(version, campaign, invitation, null).path());
  }

  private void run(Runnable step) {
    work.call(
        system(false),
        () -> {
          step.run();
          return true;
        });
  }

  private Caller system(boolean test) {
    return Caller.system("test", tenant, test);
  }

  private static String stored() throws SQLException {
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT string_agg(m::text, ' ') || (SELECT string_agg(s::text, ' ') FROM"
                    + " survey_link s) FROM survey_mail m")) {
      row.next();
      return row.getString(1);
    }
  }

  private static void owner(String sql) throws SQLException {
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
