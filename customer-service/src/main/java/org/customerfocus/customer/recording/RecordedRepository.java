package org.customerfocus.customer.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.customer.recording.RecordedOnce.Candidate;

/// What is recorded already, whatever it is.
@ApplicationScoped
class RecordedRepository {

  /// What is recorded already under a reference.
  ///
  /// @param same whether it was reported with the same content
  record Known(UUID id, boolean same) {}

  private final EntityManager entities;
  private final ObjectMapper json;

  RecordedRepository(EntityManager entities, ObjectMapper json) {
    this.entities = entities;
    this.json = json;
  }

  /// Candidates as a statement reads them.
  <R> String write(List<Candidate<R>> candidates) {
    try {
      return json.writeValueAsString(candidates);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Reports can always be written as JSON", e);
    }
  }

  /// What is recorded under the candidates' references, by the candidates' ids.
  <R> Map<UUID, Known> find(String table, List<Candidate<R>> candidates) {
    @SuppressWarnings("unchecked")
    List<Object[]> found =
        entities
            .createNativeQuery(
                """
                SELECT r.id AS candidate, t.id,
                  t.content_digest
                    = sha256(convert_to(cast(jsonb_strip_nulls(r."as") AS text), 'UTF8'))
                FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS r (id uuid, "as" jsonb)
                JOIN %s t
                  ON t.ref_scheme = r."as" -> 'externalRef' ->> 'scheme'
                  AND t.ref_value = r."as" -> 'externalRef' ->> 'value'"""
                    .formatted(table))
            .setParameter("rows", write(candidates))
            .getResultList();
    Map<UUID, Known> known = new HashMap<>();
    found.forEach(row -> known.put((UUID) row[0], new Known((UUID) row[1], (Boolean) row[2])));
    return known;
  }
}
