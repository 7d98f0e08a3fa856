package org.customerfocus.agreement.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

/// Every query on corrections.
@ApplicationScoped
class CorrectionRepository {

  static final Fields FIELDS =
      Fields.of("correction")
          .sortable("reportId", UUID.class)
          .sortable("metricId", UUID.class)
          .sortable("kind", CorrectionKind.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  CorrectionRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(Correction correction) {
    entities.persist(correction);
  }

  Correction get(UUID id) {
    Correction found = entities.find(Correction.class, id);
    if (found == null) {
      throw ProblemException.notFound("correction", id);
    }
    return found;
  }

  Page<Correction> list(PageQuery query) {
    return keyset.page(Correction.class, FIELDS, query);
  }

  /// The correction that made a version of a report.
  Optional<Correction> of(UUID report, long version) {
    return entities
        .createQuery(
            "from Correction c where c.reportId = :report and c.reportVersion = :version",
            Correction.class)
        .setParameter("report", report)
        .setParameter("version", version)
        .getResultStream()
        .findFirst();
  }
}
