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
  /// help, since they win over any permission as it is.
  ///
  /// @return the new statements, of the survivor
  @SuppressWarnings("unchecked")
  List<UUID> restate(UUID survivor, UUID merged, Instant now) {
    return entities
        .createNativeQuery(
            """
            WITH newest AS (
              SELECT DISTINCT ON (party_id, purpose, channel) *
              FROM consent
              WHERE party_id IN (:survivor, :merged) AND NOT binding
              ORDER BY party_id, purpose, channel, captured_at DESC, (status = 'given'), id DESC
            )
            INSERT INTO consent (tenant_id, id, created_at, party_id, purpose, channel, legal_basis,
                                 status, captured_at, source, evidence, evidence_ref, valid_from,
                                 valid_to)
            SELECT r.tenant_id, uuidv7(), :now, :survivor, r.purpose, r.channel, r.legal_basis,
                   r.status, greatest(:now, g.captured_at), 'merge', r.evidence,
                   'consent ' || r.id, greatest(r.valid_from, cast(:now AS date)), r.valid_to
            FROM newest r JOIN newest g ON g.purpose = r.purpose AND g.channel = r.channel
                                       AND g.party_id <> r.party_id
            WHERE r.status <> 'given' AND g.status = 'given' AND g.captured_at > r.captured_at
              AND (r.valid_to IS NULL OR r.valid_to > cast(:now AS date))
            RETURNING id""",
            UUID.class)
        .setParameter("survivor", survivor)
        .setParameter("merged", merged)
        .setParameter("now", now)
        .getResultList();
  }
}
