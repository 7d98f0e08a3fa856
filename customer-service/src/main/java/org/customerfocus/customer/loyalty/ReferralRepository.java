package org.customerfocus.customer.loyalty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

@ApplicationScoped
class ReferralRepository {

  static final Fields FIELDS =
      Fields.of("referral")
          .sortable("fromCustomerId", UUID.class)
          .filterable("toPartyId", UUID.class)
          .filterable("toCustomerId", UUID.class)
          .filterable("offeringId", UUID.class)
          .sortable("outcome", ReferralOutcome.class)
          .sortable("referredAt", Instant.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  ReferralRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(Referral referral) {
    entities.persist(referral);
    entities.flush();
  }

  Referral get(UUID id) {
    Referral referral = entities.find(Referral.class, id);
    if (referral == null) {
      throw ProblemException.notFound("referral", id);
    }
    return referral;
  }

  /// The party of each of these customers that exists.
  Map<UUID, UUID> parties(List<UUID> customers) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "SELECT c.id, c.party_id FROM customer c WHERE c.id = ANY (:customers)")
            .setParameter("customers", customers.toArray(UUID[]::new))
            .getResultList();
    Map<UUID, UUID> parties = new HashMap<>();
    rows.forEach(row -> parties.put((UUID) row[0], (UUID) row[1]));
    return parties;
  }

  void remove(Referral referral) {
    entities.remove(referral);
    entities.flush();
  }

  Page<Referral> list(PageQuery query) {
    return keyset.page(Referral.class, FIELDS, query);
  }
}
