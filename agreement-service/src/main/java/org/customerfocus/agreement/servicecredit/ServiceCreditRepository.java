package org.customerfocus.agreement.servicecredit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.agreement.credit.CreditKind;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

@ApplicationScoped
class ServiceCreditRepository {

  static final DueWorkRepository.Kind DUE =
      new DueWorkRepository.Kind("service_credit_due", "credit_id");

  static final Fields FIELDS =
      Fields.of("service_credit")
          .sortable("agreementId", UUID.class)
          .sortable("lineageId", UUID.class)
          .filterable("breachId", UUID.class)
          .sortable("kind", CreditKind.class)
          .sortable("status", ServiceCreditStatus.class)
          .sortable("period", String.class)
          .sortable("periodStart", Instant.class)
          .filterable("claimBy", Instant.class)
          .sortable("createdAt", Instant.class)
          .sortable("updatedAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  ServiceCreditRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  ServiceCredit get(UUID id) {
    return get(id, LockModeType.NONE);
  }

  /// The credit as it is now, with nobody else changing it until the transaction ends: of two who
  /// approve it at once the second one finds it approved.
  ServiceCredit hold(UUID id) {
    return get(id, LockModeType.PESSIMISTIC_WRITE);
  }

  private ServiceCredit get(UUID id, LockModeType lock) {
    ServiceCredit credit = entities.find(ServiceCredit.class, id, lock);
    if (credit == null) {
      throw ProblemException.notFound("credit", id);
    }
    return credit;
  }

  Page<ServiceCredit> list(PageQuery query) {
    return keyset.page(ServiceCredit.class, FIELDS, query);
  }

  void add(ServiceCredit credit) {
    entities.persist(credit);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  /// One writer of the credits of an agreement at a time: what one of them is granted counts
  /// towards the caps of the others.
  void lock(UUID agreementId) {
    entities
        .createNativeQuery(
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended('credit ' || :agreement, 0)) AS text)",
            String.class)
        .setParameter("agreement", agreementId.toString())
        .getSingleResult();
  }

  /// All credits of an agreement for a period, of one kind, in the order in which they came.
  List<ServiceCredit> ofPeriod(UUID agreementId, String period, CreditKind kind) {
    return entities
        .createQuery(
            """
            from ServiceCredit c
            where c.agreementId = :agreement and c.period = :period and c.kind = :kind
            order by c.revision, c.id""",
            ServiceCredit.class)
        .setParameter("agreement", agreementId)
        .setParameter("period", period)
        .setParameter("kind", kind)
        .getResultList();
  }

  /// What was granted for the other periods of an agreement that lie within a time, in one
  /// currency: of a quarter for its months.
  BigDecimal grantedWithin(
      UUID agreementId,
      String period,
      Instant start,
      Instant end,
      CreditKind kind,
      String currency) {
    return entities
        .createQuery(
            """
            select coalesce(sum(c.amount), 0) from ServiceCredit c
            where c.agreementId = :agreement and c.period <> :period and c.kind = :kind
              and c.periodStart >= :start and c.periodEnd <= :end
              and c.currency = :currency and c.status in :granted""",
            BigDecimal.class)
        .setParameter("agreement", agreementId)
        .setParameter("period", period)
        .setParameter("start", start)
        .setParameter("end", end)
        .setParameter("kind", kind)
        .setParameter("currency", currency)
        .setParameter("granted", ServiceCredits.GRANTED)
        .getSingleResult();
  }

  /// What was granted in all other periods of an agreement, in one currency.
  BigDecimal grantedElsewhere(UUID agreementId, String period, CreditKind kind, String currency) {
    return entities
        .createQuery(
            """
            select coalesce(sum(c.amount), 0) from ServiceCredit c
            where c.agreementId = :agreement and c.period <> :period and c.kind = :kind
              and c.currency = :currency and c.status in :granted""",
            BigDecimal.class)
        .setParameter("agreement", agreementId)
        .setParameter("period", period)
        .setParameter("kind", kind)
        .setParameter("currency", currency)
        .setParameter("granted", ServiceCredits.GRANTED)
        .getSingleResult();
  }
}
