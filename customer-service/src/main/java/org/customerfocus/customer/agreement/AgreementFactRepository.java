package org.customerfocus.customer.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.customer.agreement.SigningAnswer.Authority;
import org.customerfocus.customer.reference.RedirectRepository;

/// What the registry knows of that an agreement speaks of. Ids of what was merged lead to what it
/// was merged into.
@ApplicationScoped
class AgreementFactRepository {

  private final EntityManager entities;
  private final RedirectRepository redirects;

  AgreementFactRepository(EntityManager entities, RedirectRepository redirects) {
    this.entities = entities;
    this.redirects = redirects;
  }

  /// A party as far as signing goes.
  record Signer(UUID id, boolean person, boolean erased) {}

  PromiseAnswer promised(PromiseQuestion question) {
    UUID customer = now(question.customerId());
    List<UUID> users = question.coveredUserIds();
    Map<UUID, UUID> moved = redirects.destinations(users);
    List<UUID> there =
        ids("SELECT c.id FROM customer c WHERE c.id = ANY (:ids)", destinations(users, moved));
    Query belonging =
        entities
            .createNativeQuery(
                """
                SELECT DISTINCT i.requirement_id FROM requirement_importance i
                WHERE i.requirement_id = ANY (:ids)
                  AND (i.customer_id = :customer OR i.segment_id IN (
                    SELECT m.segment_id FROM segment_member m WHERE m.customer_id = :customer))""",
                UUID.class)
            .setParameter("ids", question.requirementIds().toArray(UUID[]::new))
            .setParameter("customer", customer);
    Optional<UUID> party = partyOf(customer);
    UUID named = question.customerPartyId();
    return new PromiseAnswer(
        party.isPresent(),
        find(question.providerPartyId()).isPresent(),
        named == null || party.filter(now(named)::equals).isPresent(),
        party.filter(now(question.providerPartyId())::equals).isPresent(),
        users.stream().filter(id -> there.contains(moved.getOrDefault(id, id))).toList(),
        uuids(belonging),
        ids("SELECT o.id FROM offering o WHERE o.id = ANY (:ids)", question.offeringIds()));
  }

  private static List<UUID> destinations(Collection<UUID> ids, Map<UUID, UUID> moved) {
    List<UUID> all = new ArrayList<>();
    ids.forEach(id -> all.add(moved.getOrDefault(id, id)));
    return all;
  }

  private List<UUID> ids(String sql, Collection<UUID> ids) {
    return uuids(
        entities.createNativeQuery(sql, UUID.class).setParameter("ids", ids.toArray(UUID[]::new)));
  }

  @SuppressWarnings("unchecked")
  private static List<UUID> uuids(Query query) {
    return query.getResultList();
  }

  private UUID now(UUID id) {
    return redirects.destination(id).orElse(id);
  }

  /// The party behind a customer relationship.
  Optional<UUID> partyOf(UUID customer) {
    return ids("SELECT c.party_id FROM customer c WHERE c.id = ANY (:ids)", List.of(now(customer)))
        .stream()
        .findFirst();
  }

  Optional<Signer> find(UUID party) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT p.id, p.kind = 'person', p.erased_at IS NOT NULL FROM party p
                WHERE p.id = :id""",
                Tuple.class)
            .setParameter("id", now(party))
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new Signer(
                    row.get(0, UUID.class), row.get(1, Boolean.class), row.get(2, Boolean.class)))
        .findFirst();
  }

  /// What a person may sign for an organisation, or might once, the latest first; at most 100.
  List<Authority> authorities(UUID person, UUID organization) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT a.id, a.scope, a.limit_amount, a.limit_currency, a.valid_from, a.valid_to
                FROM signing_authority a
                WHERE a.person_party_id = :person AND a.organization_party_id = :organization
                ORDER BY a.id DESC LIMIT 100""",
                Tuple.class)
            .setParameter("person", person)
            .setParameter("organization", organization)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new Authority(
                    row.get(0, UUID.class),
                    row.get(1, String.class),
                    Authority.limit(row.get(2, BigDecimal.class), row.get(3, String.class)),
                    row.get(4, LocalDate.class),
                    row.get(5, LocalDate.class)))
        .toList();
  }

  /// Whether a person is all there is of an organisation on a day, and its only user: nobody else
  /// and no unit belongs to it, and nobody was ever given authority to sign for it.
  boolean isAllOf(UUID person, UUID organization, LocalDate day) {
    return (Boolean)
        entities
            .createNativeQuery(
                """
                SELECT count(DISTINCT m.member_party_id) = 1 AND bool_and(m.member_party_id = :person)
                  AND bool_or(m.type = 'user-of')
                  AND NOT EXISTS (SELECT 1 FROM signing_authority a
                                  WHERE a.organization_party_id = :organization)
                FROM membership m
                WHERE m.organization_party_id = :organization
                  AND (m.valid_from IS NULL OR m.valid_from <= :day)
                  AND (m.valid_to IS NULL OR m.valid_to > :day)""",
                Boolean.class)
            .setParameter("person", person)
            .setParameter("organization", organization)
            .setParameter("day", day)
            .getSingleResult();
  }
}
