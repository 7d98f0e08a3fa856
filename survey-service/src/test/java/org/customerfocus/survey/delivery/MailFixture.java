package org.customerfocus.survey.delivery;

import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

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
import java.util.UUID;
import java.util.stream.Collectors;
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

/// E-mails through a real SMTP server.
abstract class MailFixture {

  static final String SURVEY =
      """
      {"name": "Autumn wave", "title": "How was your trip?", "introduction": "Two minutes.",
       "language": "en", "anonymityThreshold": 0,
       "items": [{"linkId": "recommend", "type": "nps", "text": "Would you recommend us?"}],
       "translations": {"de": {"title": "Wie war Ihre <Reise>?"}}}""";

  final String tenant = freshTenant();
  final UUID campaign = UUID.randomUUID();
  UUID version;

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

  List<UUID> offer(boolean test, List<Integer> reminders, UUID... parties) {
    return work.call(system(test), () -> ledger.offer(offer(reminders), people(parties)));
  }

  Offer offer(List<Integer> reminders) {
    return new Offer(campaign, version, false, Instant.now().plus(Duration.ofDays(30)), reminders);
  }

  static List<Offer.Person> people(UUID... parties) {
    Frozen as = new Frozen(List.of("end-user"), List.of(), null);
    return Arrays.stream(parties)
        .map(party -> new Offer.Person(null, party, null, InvitationChannel.EMAIL, as))
        .toList();
  }

  /// Machines that do other things as well are slow.
  static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(40));
  }

  /// Queued for tomorrow, so that the service's own worker leaves them alone.
  void offerLater(UUID... parties) {
    run(
        () -> {
          ledger.offer(offer(List.of()), people(parties));
          entities
              .createNativeQuery("UPDATE survey_mail_job SET due_at = now() + interval '1 day'")
              .executeUpdate();
        });
  }

  List<Lease> claimAll() throws SQLException {
    Instant now = Instant.now();
    return queue
        .claim(MailRepository.WORK, now.plus(Duration.ofDays(2)), config.lease(), 1000)
        .stream()
        .filter(each -> each.tenant().equals(tenant))
        .toList();
  }

  List<MimeMessage> received(UUID... parties) {
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

  static String recipient(MimeMessage message) {
    try {
      return ((jakarta.mail.internet.InternetAddress)
              message.getRecipients(Message.RecipientType.TO)[0])
          .getAddress();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String id(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String part(MimeMessage message, int number) throws IOException, MessagingException {
    Object text = ((MimeMultipart) message.getContent()).getBodyPart(number).getContent();
    return text.toString().replace("\r\n", "\n");
  }

  Response mail(UUID invitation) {
    return as(tenant, "surveys:read")
        .queryParam("filter", "invitationId==" + invitation)
        .queryParam("sort", "dueAt")
        .get("/v1/survey-mails");
  }

  String total(String status) {
    Object total =
        as(tenant, "surveys:read")
            .queryParam("filter", "status==" + status)
            .queryParam("limit", 1)
            .queryParam("total", true)
            .get("/v1/survey-mails")
            .path("total");
    return String.valueOf(total);
  }

  String status(UUID invitation) {
    return as(tenant, "surveys:read").get("/v1/invitations/" + invitation).path("status");
  }

  String path(UUID invitation) {
    return work.call(
        system(false), () -> links.personal(version, campaign, invitation, null).path());
  }

  void run(Runnable step) {
    work.call(
        system(false),
        () -> {
          step.run();
          return true;
        });
  }

  Caller system(boolean test) {
    return Caller.system("test", tenant, test);
  }

  static String stored() throws SQLException {
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

  static void owner(String sql) throws SQLException {
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
