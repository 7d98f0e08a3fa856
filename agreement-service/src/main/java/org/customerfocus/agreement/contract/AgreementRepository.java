package org.customerfocus.agreement.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.conventions.job.DueWorkRepository.Kind;
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

  /// What time brings to agreements.
  static final Kind DUE = new Kind("agreement_due", "agreement_id");

  static final Fields VERSIONS =
      Fields.of("agreement_version").sortable("number", Integer.class).build();

  static final Fields SIGNATURES =
      Fields.of("agreement_signature")
          .sortable("side", AgreementSide.class)
          .sortable("partyId", UUID.class)
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

  /// The agreement, which nobody else changes until the transaction ends.
  Agreement hold(UUID id) {
    Agreement agreement = entities.find(Agreement.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (agreement == null) {
      throw ProblemException.notFound("agreement", id);
    }
    return agreement;
  }

  /// The wording that held at an instant, by what is known now.
  ///
  /// @return empty where nothing was agreed for that time
  public Optional<AgreementVersionView> versionAt(UUID agreementId, Instant at) {
    return get(agreementId).versionAt(at).map(AgreementVersionView::of);
  }

  /// All wordings that bind or bound both sides, in the order in which they took effect.
  public List<AgreementVersionView> agreedVersions(UUID agreementId) {
    return get(agreementId).versions().stream()
        .filter(AgreementVersion::isAgreed)
        .map(AgreementVersionView::of)
        .toList();
  }

  Page<AgreementVersion> versions(UUID agreementId, PageQuery query) {
    get(agreementId);
    return keyset.page(
        AgreementVersion.class,
        VERSIONS,
        query,
        new Keyset.Scope("e.agreement.id = :agreement", Map.of("agreement", agreementId)));
  }

  /// Whether another agreement that is agreed on goes on from one.
  boolean isRenewed(UUID id) {
    return (Boolean)
        entities
            .createNativeQuery(
                """
                SELECT EXISTS (
                  SELECT 1 FROM agreement a
                  JOIN agreement_version v ON v.tenant_id = a.tenant_id AND v.agreement_id = a.id
                  WHERE a.renewal_of_id = :id AND v.effective_at IS NOT NULL)""")
            .setParameter("id", id)
            .getSingleResult();
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

  /// One promise of any version, whether that is in force or not.
  ///
  /// @throws ProblemException 404 where there is no such commitment
  public CommitmentView commitmentView(UUID id) {
    return CommitmentView.of(commitment(id));
  }

  /// The id that a commitment's promise had in the first version of its agreement.
  ///
  /// @throws ProblemException 404 where there is no such commitment
  public UUID lineageOf(UUID commitmentId) {
    return commitment(commitmentId).lineageId();
  }

  Commitment commitment(UUID id) {
    Commitment commitment = entities.find(Commitment.class, id);
    if (commitment == null) {
      throw ProblemException.notFound("commitment", id);
    }
    return commitment;
  }

  Page<AgreementSignature> signatures(UUID agreementId, PageQuery query) {
    get(agreementId);
    return keyset.page(
        AgreementSignature.class,
        SIGNATURES,
        query,
        new Keyset.Scope("e.agreementId = :agreement", Map.of("agreement", agreementId)));
  }

  AgreementSignature signature(UUID id) {
    AgreementSignature signature = entities.find(AgreementSignature.class, id);
    if (signature == null) {
      throw ProblemException.notFound("signature", id);
    }
    return signature;
  }

  /// The id of the agreement that a version belongs to.
  UUID agreementOf(UUID versionId) {
    return entities
        .createQuery("select v.agreement.id from AgreementVersion v where v.id = :id", UUID.class)
        .setParameter("id", versionId)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("agreement version", versionId));
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

  void add(AgreementDocument document) {
    entities.persist(document);
  }

  /// The document that an agreement was made from, if it was made from one.
  Optional<AgreementDocument> document(UUID agreementId) {
    return entities
        .createQuery("from AgreementDocument d where d.agreementId = :id", AgreementDocument.class)
        .setParameter("id", agreementId)
        .getResultStream()
        .findFirst();
  }

  /// Writes what was changed so far: new wording has to be in place before it becomes binding.
  void flush() {
    entities.flush();
  }

  boolean isReferred(UUID id) {
    return (Boolean)
        entities
            .createNativeQuery("SELECT EXISTS (SELECT 1 FROM agreement WHERE renewal_of_id = :id)")
            .setParameter("id", id)
            .getSingleResult();
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
