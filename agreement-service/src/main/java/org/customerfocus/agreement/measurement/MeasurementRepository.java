package org.customerfocus.agreement.measurement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.agreement.measurement.Measurement.SourceKey;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Keyset.Scope;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.tenancy.Ids;

/// Every query on measurements.
@ApplicationScoped
class MeasurementRepository {

  static final Fields FIELDS =
      Fields.of("measurement")
          .filterable("metricId", UUID.class)
          .filterable("customerId", UUID.class)
          .filterable("at", Instant.class)
          .build();

  private static final Scope UNMATCHED =
      new Scope("e.id in (select u.id from UnmatchedMeasurement u)", Map.of());

  private final EntityManager entities;
  private final Keyset keyset;
  private final ObjectMapper json;

  MeasurementRepository(EntityManager entities, Keyset keyset, ObjectMapper json) {
    this.entities = entities;
    this.keyset = keyset;
    this.json = json;
  }

  Measurement get(UUID id) {
    Measurement measurement = entities.find(Measurement.class, id);
    if (measurement == null) {
      throw ProblemException.notFound("measurement", id);
    }
    return measurement;
  }

  Page<Measurement> list(PageQuery query) {
    return keyset.page(Measurement.class, FIELDS, query);
  }

  /// What no agreement that is or was in force counts.
  Page<Measurement> unmatched(PageQuery query) {
    return keyset.page(Measurement.class, FIELDS, query, UNMATCHED);
  }

  private record Row(UUID id, MeasurementRequest as) {}

  /// Writes those that their source has not reported before, in one statement.
  ///
  /// @param requests of different keys, in their order, so that two batches never wait for each
  ///   other
  /// @return the ids of those that were written
  Map<SourceKey, UUID> insertNew(Collection<MeasurementRequest> requests, Instant now) {
    List<Row> rows = requests.stream().map(request -> new Row(Ids.next(), request)).toList();
    @SuppressWarnings("unchecked")
    List<Object[]> written =
        entities
            .createNativeQuery(
                """
                WITH r AS (
                  SELECT r.id, m.*, coalesce(m."dueAt", m."startedAt", m."completedAt") AS at
                  FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS r (id uuid, "as" jsonb)
                  CROSS JOIN LATERAL jsonb_to_record(r."as") AS m (
                    source text, "sourceId" text, "metricId" uuid, entity jsonb, "customerId" uuid,
                    "offeringId" uuid, dimensions jsonb, "dueAt" timestamptz,
                    "startedAt" timestamptz, "completedAt" timestamptz, value numeric, good boolean,
                    unknown boolean)
                ), new AS (
                  INSERT INTO measurement_key (tenant_id, source, source_id, measurement_id, at)
                  SELECT current_setting('app.tenant'), source, "sourceId", id, at FROM r
                  ON CONFLICT (tenant_id, source, source_id) DO NOTHING
                  RETURNING measurement_id)
                INSERT INTO measurement (
                  tenant_id, id, version, created_at, updated_at, recorded_at, at, source,
                  source_id, metric_id, entity_type, entity_reference, customer_id, offering_id,
                  dimensions, due_at, started_at, completed_at, value, good, unknown)
                SELECT current_setting('app.tenant'), r.id, 0, :now, :now, :now, r.at,
                  r.source, r."sourceId", r."metricId", r.entity ->> 'type',
                  r.entity ->> 'reference', r."customerId", r."offeringId", r.dimensions,
                  r."dueAt", r."startedAt", r."completedAt", r.value, r.good, r.unknown
                FROM r JOIN new ON new.measurement_id = r.id
                RETURNING source, source_id, id""")
            .setParameter("now", now)
            .setParameter("rows", write(rows))
            .getResultList();
    Map<SourceKey, UUID> ids = new HashMap<>();
    written.forEach(row -> ids.put(new SourceKey((String) row[0], (String) row[1]), (UUID) row[2]));
    return ids;
  }

  /// Those that were recorded under these keys, locked until the end of the transaction.
  Map<SourceKey, Measurement> lock(Collection<SourceKey> keys) {
    @SuppressWarnings("unchecked")
    List<Measurement> found =
        entities
            .createNativeQuery(
                """
                SELECT m.*
                FROM jsonb_to_recordset(cast(:keys AS jsonb)) AS k (source text, "sourceId" text)
                JOIN measurement_key known
                  ON known.source = k.source AND known.source_id = k."sourceId"
                JOIN measurement m ON m.id = known.measurement_id AND m.at = known.at
                ORDER BY m.source, m.source_id
                FOR UPDATE OF m""",
                Measurement.class)
            .setParameter("keys", write(keys))
            .getResultList();
    return found.stream().collect(Collectors.toMap(Measurement::key, Function.identity()));
  }

  /// Makes sure that measurements can be filed under this time. In a transaction of its own: others
  /// that need the same partition wait for it no longer than it takes.
  void prepare(Instant at) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        "SELECT cast(ensure_measurement_partitions(:at, :at) AS text)")
                    .setParameter("at", at)
                    .getSingleResult());
  }

  private String write(Object rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Measurements can always be written as JSON", e);
    }
  }
}
