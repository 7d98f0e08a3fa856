package org.customerfocus.customer.party;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
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

/// The recorded versions of parties.
@ApplicationScoped
class PartyVersionRepository {

  static final Fields FIELDS = Fields.of("party_version").build();

  private final EntityManager entities;
  private final Keyset keyset;
  private final ObjectWriter writer;
  private final ObjectReader reader;

  PartyVersionRepository(EntityManager entities, Keyset keyset, ObjectMapper json) {
    this.entities = entities;
    this.keyset = keyset;
    this.writer = json.writerFor(PartyView.class);
    // A version may have members that views have no more.
    this.reader =
        json.readerFor(PartyView.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  void add(Party party, PartyView view) {
    try {
      entities.persist(new PartyVersionRow(party, writer.writeValueAsString(view)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A party cannot be written as JSON", e);
    }
  }

  /// What was recorded at an instant.
  ///
  /// @throws ProblemException 404 when nothing was yet
  PartyVersionView knownAt(UUID party, Instant at) {
    return entities
        .createQuery(
            "from PartyVersionRow v where v.partyId = :party and v.recordedAt <= :at"
                + " order by v.version desc",
            PartyVersionRow.class)
        .setParameter("party", party)
        .setParameter("at", at)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(this::view)
        .orElseThrow(
            () -> ProblemException.notFound("record before %s of party".formatted(at), party));
  }

  Page<PartyVersionView> list(UUID party, PageQuery query) {
    return keyset
        .page(
            PartyVersionRow.class,
            FIELDS,
            query,
            new Keyset.Scope("e.partyId = :party", Map.of("party", party)))
        .map(this::view);
  }

  private PartyVersionView view(PartyVersionRow row) {
    try {
      PartyView party = reader.readValue(row.snapshot());
      return new PartyVersionView(row.id(), row.version(), row.recordedAt(), party);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A recorded party cannot be read", e);
    }
  }
}
