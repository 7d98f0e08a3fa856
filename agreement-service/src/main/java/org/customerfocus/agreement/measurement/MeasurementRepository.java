package org.customerfocus.agreement.measurement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

/// Every query on measurements.
@ApplicationScoped
class MeasurementRepository {

  static final Fields FIELDS = fields("measurement");

  private static final Fields UNMATCHED = fields("unmatched_measurement");

  private final EntityManager entities;
  private final Keyset keyset;

  private static Fields fields(String table) {
    return Fields.of(table)
        .filterable("metricId", UUID.class)
        .filterable("customerId", UUID.class)
        .filterable("at", Instant.class)
        .build();
  }

  MeasurementRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
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
  Page<UnmatchedMeasurement> unmatched(PageQuery query) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () -> {
              // However many rules there are, or seem to be, they are looked up by their customer:
              // a nested loop would hold each measurement against each of them.
              entities
                  .createNativeQuery("SELECT set_config('enable_nestloop', 'off', true)")
                  .getSingleResult();
              return keyset.page(UnmatchedMeasurement.class, UNMATCHED, query);
            });
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
}
