package org.customerfocus.agreement.underpinning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class UnderpinningRepository {

  static final Fields FIELDS =
      Fields.of("underpinning")
          .sortable("commitmentId", UUID.class)
          .sortable("supportingAgreementId", UUID.class)
          .filterable("supportingCommitmentId", UUID.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  UnderpinningRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  /// @throws ProblemException 404 where the agreement has no such underpinning
  Underpinning get(UUID agreementId, UUID id) {
    Underpinning underpinning = entities.find(Underpinning.class, id);
    if (underpinning == null || !underpinning.agreementId().equals(agreementId)) {
      throw ProblemException.notFound("underpinning", id);
    }
    return underpinning;
  }

  Page<Underpinning> list(UUID agreementId, PageQuery query) {
    return keyset.page(
        Underpinning.class,
        FIELDS,
        query,
        new Keyset.Scope("e.agreementId = :agreement", Map.of("agreement", agreementId)));
  }

  void add(Underpinning underpinning) {
    entities.persist(underpinning);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  void remove(Underpinning underpinning) {
    entities.remove(underpinning);
    entities.flush();
  }

  /// One writer of underpinnings of a tenant at a time: two links that are no cycle each may be one
  /// together.
  void lock() {
    entities
        .createNativeQuery(
            """
            SELECT CAST(pg_advisory_xact_lock(
              hashtextextended('underpinning ' || current_setting('app.tenant'), 0)) AS text)""",
            String.class)
        .getSingleResult();
  }

  /// Whether the same link exists already on a day that both hold.
  boolean exists(UUID agreementId, UnderpinningRequest link, @Nullable UUID except) {
    return (Boolean)
        entities
            .createNativeQuery(
                """
                SELECT EXISTS (
                  SELECT 1 FROM underpinning u
                  WHERE u.agreement_id = :agreement AND u.commitment_id = :commitment
                    AND u.supporting_agreement_id = :supporting
                    AND u.supporting_commitment_id IS NOT DISTINCT FROM cast(:part AS uuid)
                    AND u.id IS DISTINCT FROM cast(:except AS uuid)
                    AND coalesce(u.valid_from, '-infinity')
                        < coalesce(cast(:to AS date), 'infinity')
                    AND coalesce(cast(:from AS date), '-infinity')
                        < coalesce(u.valid_to, 'infinity'))""")
            .setParameter("agreement", agreementId)
            .setParameter("commitment", link.commitmentId())
            .setParameter("supporting", link.supportingAgreementId())
            .setParameter("part", link.supportingCommitmentId())
            .setParameter("except", except)
            .setParameter("from", link.validFrom())
            .setParameter("to", link.validTo())
            .getSingleResult();
  }

  /// Whether the supporting promise rests, by whatever number of links and on whatever days, on the
  /// commitment that it would support. A link to a whole agreement stands for each of its promises.
  boolean wouldCycle(UUID agreementId, UnderpinningRequest link) {
    return (Boolean)
        entities
            .createNativeQuery(
                """
                WITH RECURSIVE reached (agreement_id, commitment_id) AS (
                  SELECT CAST(:supporting AS uuid), CAST(:part AS uuid)
                  UNION
                  SELECT u.supporting_agreement_id, u.supporting_commitment_id
                  FROM reached r JOIN underpinning u ON u.agreement_id = r.agreement_id
                    AND (r.commitment_id IS NULL OR u.commitment_id = r.commitment_id)
                )
                SELECT EXISTS (
                  SELECT 1 FROM reached
                  WHERE agreement_id = :agreement
                    AND (commitment_id IS NULL OR commitment_id = :commitment))""")
            .setParameter("supporting", link.supportingAgreementId())
            .setParameter("part", link.supportingCommitmentId())
            .setParameter("agreement", agreementId)
            .setParameter("commitment", link.commitmentId())
            .getSingleResult();
  }
}
