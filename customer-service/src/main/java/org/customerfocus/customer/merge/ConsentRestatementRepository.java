package org.customerfocus.customer.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The strictest consent of two parties wins when they become one.
@ApplicationScoped
class ConsentRestatementRepository {

  private final EntityManager entities;

  ConsentRestatementRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// Says each refusal again that the other party's permission, for being newer, would take the
  /// place of: same purpose, same channel, the party's own will. Refusals in other slots need no
  /// help, since they win over any permission as it is. What counts on a day is the newest that has
  /// begun by then, so that each day is looked at on which a statement begins, from today on.
  ///
  /// @return the new statements, of the survivor
  @SuppressWarnings("unchecked")
  List<UUID> restate(UUID survivor, UUID merged, Instant now) {
    return entities
        .createNativeQuery(
            """
            WITH said AS (
              SELECT c.*, cast(cast(:now AS timestamptz) AT TIME ZONE 'UTC' AS date) AS today
              FROM consent c WHERE c.party_id IN (:survivor, :merged) AND NOT c.binding
            ),
            days AS (
              SELECT DISTINCT purpose, channel, greatest(valid_from, today) AS day FROM said
            ),
            newest AS (
              SELECT DISTINCT ON (d.day, b.party_id, b.purpose, b.channel) d.day, b.*
              FROM days d JOIN said b ON b.purpose = d.purpose AND b.channel = d.channel
                                     AND b.valid_from <= d.day
              ORDER BY d.day, b.party_id, b.purpose, b.channel, b.captured_at DESC,
                       (b.status = 'given'), b.id DESC
            ),
            overtaken AS (
              SELECT DISTINCT ON (r.id) r.*, g.captured_at AS overtaken_at
              FROM newest r JOIN newest g ON g.day = r.day AND g.purpose = r.purpose
                                         AND g.channel = r.channel AND g.party_id <> r.party_id
              WHERE r.status <> 'given' AND g.status = 'given' AND g.captured_at > r.captured_at
                AND (r.valid_to IS NULL OR r.valid_to > r.day)
              ORDER BY r.id, g.captured_at DESC
            )
            INSERT INTO consent (tenant_id, id, created_at, party_id, purpose, channel, legal_basis,
                                 status, captured_at, source, evidence, evidence_ref, valid_from,
                                 valid_to)
            SELECT r.tenant_id, uuidv7(), :now, :survivor, r.purpose, r.channel, r.legal_basis,
                   r.status, greatest(:now, r.overtaken_at), 'merge', r.evidence,
                   'consent ' || r.id, greatest(r.valid_from, r.today), r.valid_to
            FROM overtaken r
            RETURNING id""",
            UUID.class)
        .setParameter("survivor", survivor)
        .setParameter("merged", merged)
        .setParameter("now", now)
        .getResultList();
  }
}
