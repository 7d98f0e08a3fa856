package org.customerfocus.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.conventions.testing.SchemaRules;
import org.customerfocus.survey.Given;
import org.customerfocus.survey.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class LedgerTest {

  private final String tenant = freshTenant();
  private final UUID campaign = UUID.randomUUID();
  private UUID version;

  @Inject Ledger ledger;
  @Inject TenantWork work;
  @Inject CompletionBatch batch;

  @BeforeEach
  void campaign() throws SQLException {
    version = UUID.fromString(Given.version(tenant, Given.survey(tenant, Given.SURVEY)));
    owner(
        """
        INSERT INTO campaign (tenant_id, id, version, created_at, updated_at, name, status,
          survey_version_id, anonymous, plan, phase)
        VALUES ('%s', '%s', 0, now(), now(), 'Autumn', 'running', '%s', false, '{}', 'settled')"""
            .formatted(tenant, campaign, version));
  }

  @Test
  void stepsGoForwardOnlyAndAreCountedOnce() {
    UUID first = offer(false);
    UUID second = offer(false);

    run(() -> ledger.started(first));
    run(() -> ledger.opened(first));
    run(() -> ledger.completed(first));
    run(() -> ledger.completed(first));
    run(() -> ledger.failed(first, "too late to fail"));
    run(() -> ledger.failed(second, "no such mailbox"));

    assertThat(status(first)).isEqualTo("completed");
    assertThat(status(second)).isEqualTo("failed");
    assertThat(counts()).isEqualTo(new Counts(2, 1, 1, 1, 1, 0, 1));
    Response list =
        as(tenant, "surveys:read")
            .queryParam("filter", "campaignId==%s;status==failed".formatted(campaign))
            .get("/v1/invitations");
    assertThat(list.<List<String>>path("items.id")).containsExactly(second.toString());
    assertThat(list.<String>path("items[0].failure")).isEqualTo("no such mailbox");
  }

  @Test
  void aFailureThatTurnsOutToBeNoneIsNotCountedAnyLonger() {
    UUID invitation = offer(false);
    run(() -> ledger.failed(invitation, "no such mailbox"));
    assertThat(counts().failed()).isEqualTo(1);

    run(() -> ledger.opened(invitation));
    run(() -> ledger.opened(invitation));

    assertThat(status(invitation)).isEqualTo("opened");
    assertThat(counts()).isEqualTo(new Counts(1, 1, 1, 0, 0, 0, 0));
    assertThat(get(invitation).<String>path("failure")).isNull();
  }

  @Test
  void aReminderThatIsNotSentLeavesTheNextOneStanding() {
    UUID invitation = offer(false, 3, 7);

    Ledger.Reminder next = work.call(system(), () -> ledger.messageEnded(invitation, 1, false));

    assertThat(next).isNotNull();
    assertThat(next.ordinal()).isEqualTo(2);
    assertThat(next.due()).isAfter(Instant.now().plus(Duration.ofDays(6)));
    assertThat(get(invitation).<Integer>path("reminded")).isZero();
    run(() -> assertThat(ledger.messageEnded(invitation, 2, true)).isNull());
    assertThat(get(invitation).<Integer>path("reminded")).isEqualTo(1);
    assertThat(get(invitation).<String>path("remindAt")).isNull();
  }

  /// Somebody else holds the row: whoever looks at a page again does not wait for them.
  @Test
  void lookingAgainTakesNoLock() throws SQLException {
    UUID invitation = offer(false);
    run(() -> ledger.opened(invitation));

    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute(
          "SELECT 1 FROM invitation WHERE id = '%s' FOR UPDATE".formatted(invitation));
      assertThatNoException()
          .isThrownBy(
              () ->
                  CompletableFuture.runAsync(() -> run(() -> ledger.opened(invitation)))
                      .get(10, TimeUnit.SECONDS));
      owner.rollback();
    }
  }

  @Test
  void theBatchCompletesManyAtOnceAndCountsThem() throws SQLException {
    List<UUID> invitations = Stream.generate(() -> offer(true)).limit(30).toList();
    invitations.forEach(each -> run(() -> ledger.completed(each)));
    run(() -> ledger.failed(invitations.getFirst(), "bounced"));
    owner("UPDATE invitation_completion SET due_on = due_on - 1");

    run(() -> ledger.completeSome(100));

    assertThat(counts()).isEqualTo(new Counts(30, 30, 30, 30, 30, 0, 0));
    assertThat(status(invitations.getLast())).isEqualTo("completed");
  }

  @Test
  void oneTenantsTroubleKeepsNoOtherFromBeingCompleted() throws Exception {
    UUID invitation = offer(true);
    run(() -> ledger.completed(invitation));
    LedgerTest troubled = new LedgerTest();
    troubled.ledger = ledger;
    troubled.work = work;
    troubled.campaign();
    UUID unreadable = troubled.offer(true);
    troubled.run(() -> ledger.completed(unreadable));
    owner("UPDATE invitation SET attributes = 'no JSON' WHERE id = '%s'".formatted(unreadable));
    owner("UPDATE invitation_completion SET due_on = due_on - 1");

    batch.tick();

    assertThat(status(invitation)).isEqualTo("completed");
    owner("DELETE FROM invitation_completion WHERE invitation_id = '%s'".formatted(unreadable));
  }

  @Test
  void anonymousCompletionsWaitForTheBatchAndCarryTheDay() throws SQLException {
    UUID invitation = offer(true);

    run(() -> ledger.opened(invitation));
    run(() -> ledger.started(invitation));
    assertThat(answered(invitation)).isFalse();
    run(() -> ledger.completed(invitation));
    run(() -> ledger.completeSome(10));

    Response before = get(invitation);
    assertThat(before.<String>path("status")).isEqualTo("offered");
    assertThat(counts()).isEqualTo(new Counts(1, 0, 0, 0, 0, 0, 0));
    assertThat(answered(invitation)).isTrue();

    owner("UPDATE invitation_completion SET due_on = due_on - 1");
    run(() -> ledger.completeSome(10));

    assertThat(get(invitation).<String>path("completedAt")).endsWith("T00:00:00Z");
    assertThat(answered(invitation)).isTrue();
    assertThat(status(invitation)).isEqualTo("completed");
    assertThat(counts().completed()).isEqualTo(1);
  }

  /// The end of the campaign finds the row held by who is about to answer.
  @Test
  void anAnswerThatRacesWithTheEndOfItsCampaignCounts() throws Exception {
    for (boolean anonymous : List.of(false, true)) {
      UUID invitation = offer(anonymous);
      CountDownLatch answered = new CountDownLatch(1);
      CountDownLatch saved = new CountDownLatch(1);
      CompletableFuture<Void> answer =
          CompletableFuture.runAsync(
              () ->
                  run(
                      () -> {
                        ledger.hold(invitation);
                        ledger.completed(invitation);
                        answered.countDown();
                        await(saved);
                      }),
              Thread::startVirtualThread);
      await(answered);
      CompletableFuture<Void> end =
          CompletableFuture.runAsync(
              () -> run(() -> ledger.expireSome(campaign, 10)), Thread::startVirtualThread);
      Transactions.awaitWaiting(1);
      assertThat(end).isNotDone();
      saved.countDown();
      answer.get(10, TimeUnit.SECONDS);
      end.get(10, TimeUnit.SECONDS);

      assertThat(counts().expired()).isZero();
      assertThat(status(invitation)).isEqualTo(anonymous ? "offered" : "completed");
    }
    owner("UPDATE invitation_completion SET due_on = due_on - 1");
    run(() -> ledger.completeSome(10));
    assertThat(counts().completed()).isEqualTo(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyFieldOfTheListHasItsIndex() throws SQLException {
    SchemaRules.checkIndexes(InvitationRepository.FIELDS);
  }

  @Test
  void anotherTenantSeesNoInvitation() {
    UUID invitation = offer(false);

    assertThat(as(freshTenant(), "surveys:read").get("/v1/invitations/" + invitation).statusCode())
        .isEqualTo(404);
  }

  private UUID offer(boolean anonymous, Integer... reminderDays) {
    Offer offer = new Offer(campaign, version, anonymous, null, List.of(reminderDays));
    Offer.Person person =
        new Offer.Person(
            UUID.randomUUID(),
            UUID.randomUUID(),
            null,
            InvitationChannel.EMAIL,
            new Frozen(List.of("end-user"), List.of(), null));
    return work.call(system(), () -> ledger.offer(offer, List.of(person))).getFirst();
  }

  private boolean answered(UUID invitation) {
    return work.call(system(), () -> ledger.answered(invitation));
  }

  private String status(UUID invitation) {
    return get(invitation).path("status");
  }

  private Response get(UUID invitation) {
    Response found = as(tenant, "surveys:read").get("/v1/invitations/" + invitation);
    assertThat(found.statusCode()).as(found.asString()).isEqualTo(200);
    return found;
  }

  private Counts counts() {
    return work.call(system(), () -> ledger.counts(Set.of(campaign))).get(campaign);
  }

  private void run(Runnable step) {
    work.call(
        system(),
        () -> {
          step.run();
          return true;
        });
  }

  private Caller system() {
    return Caller.system("test", tenant, false);
  }

  private static void owner(String sql) throws SQLException {
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
