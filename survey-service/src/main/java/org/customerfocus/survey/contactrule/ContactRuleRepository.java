package org.customerfocus.survey.contactrule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
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
class ContactRuleRepository {

  static final Fields FIELDS =
      Fields.of("contact_rule")
          .sortable("name", String.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  ContactRuleRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(ContactRule rule) {
    entities.persist(rule);
    entities.flush();
  }

  void remove(ContactRule rule) {
    entities.remove(rule);
    entities.flush();
  }

  ContactRule get(UUID id) {
    ContactRule rule = entities.find(ContactRule.class, id);
    if (rule == null) {
      throw ProblemException.notFound("contact rule", id);
    }
    return rule;
  }

  Page<ContactRule> list(PageQuery query) {
    return keyset.page(ContactRule.class, FIELDS, query);
  }

  List<ContactRule> all() {
    return entities.createQuery("from ContactRule order by id", ContactRule.class).getResultList();
  }

  /// Nobody else of the tenant decides on contacts until this transaction ends: two campaigns that
  /// invite the same person at once would both count without the other.
  void decideAlone() {
    entities
        .createNativeQuery(
            "SELECT pg_advisory_xact_lock(hashtextextended('contact/' ||"
                + " current_setting('app.tenant'), 0))",
            Object.class)
        .getSingleResult();
  }

  void record(Collection<Contacts.Contact> contacts, Instant now) {
    entities.flush();
    entities
        .createNativeQuery(
            """
            INSERT INTO contact (tenant_id, id, party_id, invitation_id, contacted_at)
            SELECT current_setting('app.tenant'), uuidv7(), party, invitation, :now
            FROM unnest(:parties, :invitations) AS made (party, invitation)""")
        .setParameter("now", now)
        .setParameter(
            "parties", contacts.stream().map(Contacts.Contact::partyId).toArray(UUID[]::new))
        .setParameter(
            "invitations",
            contacts.stream().map(Contacts.Contact::invitationId).toArray(UUID[]::new))
        .executeUpdate();
  }

  /// How many contacts each had after an instant; who had none is missing.
  @SuppressWarnings("unchecked")
  Map<UUID, Long> contactsSince(Collection<UUID> parties, Instant after) {
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT party_id, count(*) FROM contact
                WHERE party_id = ANY (:parties) AND contacted_at > :after GROUP BY party_id""",
                Tuple.class)
            .setParameter("parties", parties.toArray(UUID[]::new))
            .setParameter("after", after)
            .getResultList();
    Map<UUID, Long> counts = new HashMap<>();
    rows.forEach(row -> counts.put(row.get(0, UUID.class), row.get(1, Long.class)));
    return counts;
  }
}
