package org.customerfocus.customer.loyalty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.recording.RecordedOnce;
import org.customerfocus.customer.recording.Recording;
import org.customerfocus.customer.recording.SourceRef;
import org.customerfocus.customer.reference.ReferenceRepository;
import org.customerfocus.customer.reference.Target;
import org.jspecify.annotations.Nullable;

/// Every query on purchases.
@ApplicationScoped
class PurchaseRepository implements RecordedOnce<PurchaseRequest> {

  static final Fields FIELDS =
      Fields.of("purchase")
          .sortable("customerId", UUID.class)
          .filterable("offeringId", UUID.class)
          .sortable("purchasedAt", Instant.class)
          .filterable("currency", String.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;
  private final ReferenceRepository references;
  private final InstantSource clock;

  PurchaseRepository(
      EntityManager entities, Keyset keyset, ReferenceRepository references, InstantSource clock) {
    this.entities = entities;
    this.keyset = keyset;
    this.references = references;
    this.clock = clock;
  }

  @Override
  public String table() {
    return FIELDS.table();
  }

  @Override
  public @Nullable SourceRef externalRef(PurchaseRequest report) {
    return report.externalRef();
  }

  @Override
  public Rules<PurchaseRequest> rules(Collection<PurchaseRequest> reports) {
    Set<UUID> customers =
        references.existing(Target.CUSTOMER, reports.stream().map(PurchaseRequest::customerId));
    Set<UUID> offerings =
        references.existing(Target.OFFERING, reports.stream().map(PurchaseRequest::offeringId));
    Instant latest = clock.instant().plus(Recording.CLOCKS);
    return (report, at) -> {
      List<FieldError> faults = new ArrayList<>();
      if (report.purchasedAt().isAfter(latest)) {
        faults.add(FieldError.at(at + "/purchasedAt", "must not be in the future"));
      }
      if (!customers.contains(report.customerId())) {
        faults.add(FieldError.at(at + "/customerId", Target.CUSTOMER.missing()));
      }
      if (report.offeringId() != null && !offerings.contains(report.offeringId())) {
        faults.add(FieldError.at(at + "/offeringId", Target.OFFERING.missing()));
      }
      if (report.amount() != null && report.amount().value().signum() < 0) {
        faults.add(FieldError.at(at + "/amount/amount", "must not be below zero"));
      }
      return faults;
    };
  }

  @Override
  public PurchaseRequest kept(PurchaseRequest report) {
    return report.atScale();
  }

  @Override
  public Set<UUID> insertNew(String rows) {
    @SuppressWarnings("unchecked")
    List<UUID> written =
        entities
            .createNativeQuery(
                """
                INSERT INTO purchase (
                  tenant_id, id, version, created_at, updated_at, customer_id, offering_id,
                  purchased_at, amount, currency, ref_scheme, ref_value, content_digest)
                SELECT current_setting('app.tenant'), r.id, 0, :now, :now, p."customerId",
                  p."offeringId", p."purchasedAt", cast(p.amount ->> 'amount' AS numeric),
                  p.amount ->> 'currency', p."externalRef" ->> 'scheme',
                  p."externalRef" ->> 'value',
                  sha256(convert_to(cast(jsonb_strip_nulls(r."as") AS text), 'UTF8'))
                FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS r (id uuid, "as" jsonb)
                CROSS JOIN LATERAL jsonb_to_record(r."as") AS p (
                  "customerId" uuid, "offeringId" uuid, "purchasedAt" timestamptz, amount jsonb,
                  "externalRef" jsonb)
                ON CONFLICT (tenant_id, ref_scheme, ref_value) DO NOTHING
                RETURNING id""",
                UUID.class)
            .setParameter("now", clock.instant())
            .setParameter("rows", rows)
            .getResultList();
    return new HashSet<>(written);
  }

  Purchase get(UUID id) {
    Purchase purchase = entities.find(Purchase.class, id);
    if (purchase == null) {
      throw ProblemException.notFound("purchase", id);
    }
    return purchase;
  }

  void remove(Purchase purchase) {
    entities.remove(purchase);
    entities.flush();
  }

  Page<Purchase> list(PageQuery query) {
    return keyset.page(Purchase.class, FIELDS, query);
  }
}
