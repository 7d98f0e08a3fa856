package org.customerfocus.survey.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

@ApplicationScoped
class InvitationRepository {

  static final Fields FIELDS =
      Fields.of("invitation")
          .sortable("campaignId", UUID.class)
          .sortable("surveyVersionId", UUID.class)
          .filterable("customerId", UUID.class)
          .filterable("partyId", UUID.class)
          .sortable("channel", InvitationChannel.class)
          .sortable("status", InvitationStatus.class)
          .sortable("offeredAt", Instant.class)
          .filterable("expiresAt", Instant.class)
          .filterable("remindAt", Instant.class)
          .build();

  private static final int SHARDS = 16;

  private final EntityManager entities;
  private final Keyset keyset;

  InvitationRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(Collection<Invitation> invitations) {
    invitations.forEach(entities::persist);
    entities.flush();
  }

  Invitation get(UUID id) {
    Invitation invitation = entities.find(Invitation.class, id);
    if (invitation == null) {
      throw ProblemException.notFound("invitation", id);
    }
    return invitation;
  }

  /// The invitation as it is now, with nobody else at it until this transaction ends.
  Invitation hold(UUID id) {
    Invitation invitation = get(id);
    entities.refresh(invitation, LockModeType.PESSIMISTIC_WRITE);
    return invitation;
  }

  /// These invitations as they are now, with nobody else at them; in the order of their ids, so
  /// that those who hold several do not wait for each other in a circle.
  List<Invitation> hold(Collection<UUID> ids) {
    return entities
        .createQuery("from Invitation i where i.id in :ids order by i.id", Invitation.class)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  Page<Invitation> list(PageQuery query) {
    return keyset.page(Invitation.class, FIELDS, query);
  }

  /// Some of a campaign's invitations that are under way, with nobody else at them; those whose
  /// completion waits for the batch of the day are not.
  @SuppressWarnings("unchecked")
  List<Invitation> holdOpen(UUID campaign, int limit) {
    return entities
        .createNativeQuery(
            """
            SELECT i.* FROM invitation i
            WHERE i.campaign_id = :campaign
              AND i.status IN ('offered', 'delivered', 'opened', 'started')
              AND NOT EXISTS (SELECT 1 FROM invitation_completion c WHERE c.invitation_id = i.id)
            ORDER BY i.id LIMIT :limit FOR UPDATE OF i""",
            Invitation.class)
        .setParameter("campaign", campaign)
        .setParameter("limit", limit)
        .getResultList();
  }

  /// Those of the invitations whose answers wait for the batch of the day.
  @SuppressWarnings("unchecked")
  Set<UUID> awaitingCompletion(Collection<UUID> ids) {
    return Set.copyOf(
        entities
            .createNativeQuery(
                "SELECT invitation_id FROM invitation_completion WHERE invitation_id = ANY (:ids)",
                UUID.class)
            .setParameter("ids", ids.toArray(UUID[]::new))
            .getResultList());
  }

  /// Counts on, or back where it is negative.
  ///
  /// @param by spreads the rows that are written, so that few wait for each other
  void count(UUID campaign, UUID by, Map<InvitationStatus, Integer> more) {
    entities.flush();
    Counts add = counts(more);
    entities
        .createNativeQuery(
            """
            INSERT INTO invitation_tally AS t (tenant_id, campaign_id, shard, offered, delivered,
              opened, started, completed, expired, failed)
            VALUES (current_setting('app.tenant'), :campaign, :shard, :offered, :delivered,
              :opened, :started, :completed, :expired, :failed)
            ON CONFLICT (tenant_id, campaign_id, shard) DO UPDATE SET
              offered = t.offered + excluded.offered,
              delivered = t.delivered + excluded.delivered,
              opened = t.opened + excluded.opened,
              started = t.started + excluded.started,
              completed = t.completed + excluded.completed,
              expired = t.expired + excluded.expired,
              failed = t.failed + excluded.failed""")
        .setParameter("campaign", campaign)
        .setParameter("shard", Math.floorMod(by.hashCode(), SHARDS))
        .setParameter("offered", add.offered())
        .setParameter("delivered", add.delivered())
        .setParameter("opened", add.opened())
        .setParameter("started", add.started())
        .setParameter("completed", add.completed())
        .setParameter("expired", add.expired())
        .setParameter("failed", add.failed())
        .executeUpdate();
  }

  private static Counts counts(Map<InvitationStatus, Integer> of) {
    return new Counts(
        of.getOrDefault(InvitationStatus.OFFERED, 0),
        of.getOrDefault(InvitationStatus.DELIVERED, 0),
        of.getOrDefault(InvitationStatus.OPENED, 0),
        of.getOrDefault(InvitationStatus.STARTED, 0),
        of.getOrDefault(InvitationStatus.COMPLETED, 0),
        of.getOrDefault(InvitationStatus.EXPIRED, 0),
        of.getOrDefault(InvitationStatus.FAILED, 0));
  }

  /// The counts of several campaigns, in one query.
  Map<UUID, Counts> counts(Set<UUID> campaigns) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT campaign_id, cast(sum(offered) AS bigint), cast(sum(delivered) AS bigint),
                  cast(sum(opened) AS bigint), cast(sum(started) AS bigint),
                  cast(sum(completed) AS bigint), cast(sum(expired) AS bigint),
                  cast(sum(failed) AS bigint)
                FROM invitation_tally WHERE campaign_id = ANY (:campaigns) GROUP BY campaign_id""",
                Tuple.class)
            .setParameter("campaigns", campaigns.toArray(UUID[]::new))
            .getResultList();
    Map<UUID, Counts> counts = new HashMap<>();
    for (Tuple row : rows) {
      counts.put(
          row.get(0, UUID.class),
          new Counts(
              row.get(1, Long.class),
              row.get(2, Long.class),
              row.get(3, Long.class),
              row.get(4, Long.class),
              row.get(5, Long.class),
              row.get(6, Long.class),
              row.get(7, Long.class)));
    }
    return counts;
  }

  /// Puts the completion of an anonymous survey off to the batch of a day.
  void putOff(UUID invitation, LocalDate due, boolean test) {
    entities
        .createNativeQuery(
            """
            INSERT INTO invitation_completion (tenant_id, invitation_id, due_on, test)
            VALUES (current_setting('app.tenant'), :invitation, :due, :test)
            ON CONFLICT DO NOTHING""")
        .setParameter("invitation", invitation)
        .setParameter("due", due)
        .setParameter("test", test)
        .executeUpdate();
  }

  /// Takes completions that are due, in the order of the invitations and not of the answers.
  @SuppressWarnings("unchecked")
  List<UUID> takeCompletions(LocalDate today, int limit) {
    return entities
        .createNativeQuery(
            """
            DELETE FROM invitation_completion WHERE invitation_id IN (
              SELECT invitation_id FROM invitation_completion WHERE due_on <= :today
              ORDER BY invitation_id LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING invitation_id""",
            UUID.class)
        .setParameter("today", today)
        .setParameter("limit", limit)
        .getResultList();
  }
}
