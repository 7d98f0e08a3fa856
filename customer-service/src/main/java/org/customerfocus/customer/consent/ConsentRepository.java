package org.customerfocus.customer.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

@ApplicationScoped
class ConsentRepository {

  static final Fields FIELDS =
      Fields.of("consent")
          .sortable("partyId", UUID.class)
          .sortable("purpose", String.class)
          .sortable("channel", ContactChannel.class)
          .sortable("legalBasis", LegalBasis.class)
          .sortable("status", ConsentStatus.class)
          .sortable("capturedAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  ConsentRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(Consent consent) {
    entities.persist(consent);
    entities.flush();
  }

  Consent get(UUID id) {
    Consent consent = entities.find(Consent.class, id);
    if (consent == null) {
      throw ProblemException.notFound("consent", id);
    }
    return consent;
  }

  Page<Consent> list(PageQuery query) {
    return keyset.page(Consent.class, FIELDS, query);
  }

  /// Of how many purposes and channels the party's statements speak.
  long slots(UUID party) {
    return ((Number)
            entities
                .createNativeQuery(
                    """
                    SELECT count(*) FROM (SELECT DISTINCT purpose, channel FROM consent
                                          WHERE party_id = :party) slots""")
                .setParameter("party", party)
                .getSingleResult())
        .longValue();
  }

  /// Whether the party has spoken of the purpose and the channel at that instant.
  boolean said(UUID party, String purpose, ContactChannel channel, Instant at) {
    return !entities
        .createQuery(
            "select 1 from Consent c where c.partyId = :party and c.purpose = :purpose"
                + " and c.channel = :channel and c.capturedAt = :at",
            Integer.class)
        .setParameter("party", party)
        .setParameter("purpose", purpose)
        .setParameter("channel", channel)
        .setParameter("at", at)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /// The newest statement of each slot that had begun by a day and was recorded by an instant: the
  /// order is that of [Statement#BY_TIME].
  List<Consent> newest(UUID party, LocalDate asOf, Instant knownAt) {
    @SuppressWarnings("unchecked")
    List<Consent> newest =
        entities
            .createNativeQuery(
                """
            SELECT DISTINCT ON (purpose, channel, binding) * FROM consent
            WHERE party_id = :party AND valid_from <= :asOf AND created_at <= :knownAt
            ORDER BY purpose, channel, binding, captured_at DESC, (status = 'given'), id DESC""",
                Consent.class)
            .setParameter("party", party)
            .setParameter("asOf", asOf)
            .setParameter("knownAt", knownAt)
            .getResultList();
    return newest;
  }

  /// What was said by several parties about a purpose over a channel, or about every one.
  Map<UUID, List<Statement>> about(
      Collection<UUID> parties, String purpose, ContactChannel channel) {
    return entities
        .createQuery(
            "from Consent c where c.partyId in :parties and c.purpose in :purposes"
                + " and c.channel in :channels",
            Consent.class)
        .setParameter("parties", parties)
        .setParameter("purposes", List.of(purpose, ConsentRequest.ANY_PURPOSE))
        .setParameter("channels", List.of(channel, ContactChannel.ANY))
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                Consent::partyId, Collectors.mapping(Consent::statement, Collectors.toList())));
  }
}
