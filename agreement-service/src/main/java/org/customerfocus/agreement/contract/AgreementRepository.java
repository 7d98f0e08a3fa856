package org.customerfocus.agreement.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

/// Every query on agreements, their versions and commitments.
@ApplicationScoped
public class AgreementRepository {

  static final Fields FIELDS =
      Fields.of("agreement")
          .sortable("name", String.class)
          .sortable("status", AgreementStatus.class)
          .sortable("customerId", UUID.class)
          .sortable("providerPartyId", UUID.class)
          .sortable("createdAt", Instant.class)
          .sortable("updatedAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  AgreementRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  Agreement get(UUID id) {
    Agreement agreement = entities.find(Agreement.class, id);
    if (agreement == null) {
      throw ProblemException.notFound("agreement", id);
    }
    return agreement;
  }

  /// The agreement as it is shown, if there is one.
  public Optional<AgreementView> find(UUID id) {
    return Optional.ofNullable(entities.find(Agreement.class, id)).map(AgreementView::of);
  }

  /// The agreement as it is shown.
  ///
  /// @throws ProblemException 404 where there is none
  public AgreementView view(UUID id) {
    return AgreementView.of(get(id));
  }

  /// The agreement that a commitment belongs to.
  ///
  /// @throws ProblemException 404 where there is no such commitment
  public AgreementView viewOfCommitment(UUID commitmentId) {
    return AgreementView.of(commitment(commitmentId).version().agreement());
  }

  Commitment commitment(UUID id) {
    Commitment commitment = entities.find(Commitment.class, id);
    if (commitment == null) {
      throw ProblemException.notFound("commitment", id);
    }
    return commitment;
  }

  AgreementVersion version(UUID id) {
    AgreementVersion version = entities.find(AgreementVersion.class, id);
    if (version == null) {
      throw ProblemException.notFound("agreement version", id);
    }
    return version;
  }

  Page<Agreement> list(PageQuery query) {
    return keyset.page(Agreement.class, FIELDS, query);
  }

  void add(Agreement agreement) {
    entities.persist(agreement);
  }

  /// Writes what was changed so far: new wording has to be in place before it becomes binding.
  void flush() {
    entities.flush();
  }

  boolean hasExclusions(UUID agreementId) {
    return (Boolean)
        entities
            .createNativeQuery("SELECT EXISTS (SELECT 1 FROM exclusion WHERE agreement_id = :id)")
            .setParameter("id", agreementId)
            .getSingleResult();
  }

  void remove(Agreement agreement) {
    entities.remove(agreement);
  }
}
