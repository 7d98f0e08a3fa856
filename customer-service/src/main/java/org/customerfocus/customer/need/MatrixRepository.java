package org.customerfocus.customer.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.wire.WireEnum;
import org.customerfocus.customer.need.RequirementMatrixView.MatrixRequirement;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MatrixRepository {

  private static final UUID FIRST = new UUID(0, 0);

  private static final String REQUIREMENTS =
      """
      SELECT r.id AS requirement_id, r.statement, r.kind, r.voice,
             (SELECT count(*) FROM need_evidence e WHERE e.requirement_id = r.id) AS evidence,
             {d.*}
      FROM requirement r
      LEFT JOIN LATERAL (
        SELECT * FROM degree_met m
        WHERE m.requirement_id = r.id AND m.segment_id IS NULL
        ORDER BY m.as_of DESC, m.id DESC LIMIT 1) d ON true
      WHERE (:offering IS NULL OR r.offering_id = :offering)
        AND (:segment IS NULL
          OR EXISTS (SELECT 1 FROM requirement_importance i
                     WHERE i.requirement_id = r.id AND i.segment_id = :segment)
          OR EXISTS (SELECT 1 FROM degree_met m
                     WHERE m.requirement_id = r.id AND m.segment_id = :segment))
      ORDER BY r.id
      LIMIT :limit""";

  private static final String CELLS =
      """
      WITH cell AS (
        SELECT segment_id, requirement_id FROM requirement_importance
        WHERE (segment_id, requirement_id) > (:afterSegment, :afterRequirement)
        UNION
        SELECT segment_id, requirement_id FROM degree_met
        WHERE requirement_id IS NOT NULL
          AND (segment_id, requirement_id) > (:afterSegment, :afterRequirement)
      )
      SELECT s.id AS segment_id, s.name, r.id AS requirement_id, r.statement, r.kind, r.voice,
             i.importance,
             (SELECT count(*) FROM need_evidence e WHERE e.requirement_id = r.id) AS evidence,
             {d.*}
      FROM cell c
      JOIN segment s ON s.id = c.segment_id
      JOIN requirement r ON r.id = c.requirement_id
      LEFT JOIN requirement_importance i ON i.requirement_id = r.id AND i.segment_id = s.id
      LEFT JOIN LATERAL (
        SELECT * FROM degree_met m
        WHERE m.requirement_id = r.id AND m.segment_id = s.id
        ORDER BY m.as_of DESC, m.id DESC LIMIT 1) d ON true
      WHERE (:offering IS NULL OR r.offering_id = :offering)
        AND (:segment IS NULL OR s.id = :segment)
      ORDER BY s.id, r.id
      LIMIT :limit""";

  private final EntityManager entities;

  MatrixRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// The requirements asked for, in the order in which they were recorded.
  List<MatrixRequirement> requirements(MatrixQuery query, int limit) {
    return ask(REQUIREMENTS, query)
        .addScalar("requirement_id", UUID.class)
        .addScalar("statement", String.class)
        .addScalar("kind", String.class)
        .addScalar("voice", String.class)
        .addScalar("evidence", Long.class)
        .addEntity("d", DegreeMet.class)
        .setParameter("limit", limit)
        .getResultStream()
        .map(MatrixRepository::requirement)
        .toList();
  }

  private static MatrixRequirement requirement(Object[] row) {
    DegreeMet degree = (DegreeMet) row[5];
    return new MatrixRequirement(
        (UUID) row[0],
        (String) row[1],
        wire(RequirementKind.class, row[2]),
        wire(Voice.class, row[3]),
        (Long) row[4],
        degree == null ? DegreesMet.NONE : degree.figure());
  }

  /// The cells asked for, segment by segment.
  ///
  /// @param after the last one of the part before; null begins
  List<MatrixRow> cells(MatrixQuery query, @Nullable MatrixRow after, int limit) {
    return ask(CELLS, query)
        .addScalar("segment_id", UUID.class)
        .addScalar("name", String.class)
        .addScalar("requirement_id", UUID.class)
        .addScalar("statement", String.class)
        .addScalar("kind", String.class)
        .addScalar("voice", String.class)
        .addScalar("importance", Integer.class)
        .addScalar("evidence", Long.class)
        .addEntity("d", DegreeMet.class)
        .setParameter("afterSegment", after == null ? FIRST : after.segmentId())
        .setParameter("afterRequirement", after == null ? FIRST : after.requirementId())
        .setParameter("limit", limit)
        .getResultStream()
        .map(MatrixRepository::cell)
        .toList();
  }

  private static MatrixRow cell(Object[] row) {
    return new MatrixRow(
        (UUID) row[0],
        (String) row[1],
        (UUID) row[2],
        (String) row[3],
        wire(RequirementKind.class, row[4]),
        wire(Voice.class, row[5]),
        (Integer) row[6],
        (Long) row[7],
        (DegreeMet) row[8]);
  }

  @SuppressWarnings("unchecked")
  private NativeQuery<Object[]> ask(String sql, MatrixQuery query) {
    // A parameter that may be null has to say its type itself.
    String typed =
        sql.replace(":offering", "cast(:offering AS uuid)")
            .replace(":segment", "cast(:segment AS uuid)");
    return ((NativeQuery<Object[]>) entities.createNativeQuery(typed, Object[].class))
        .setParameter("offering", query.offeringId, UUID.class)
        .setParameter("segment", query.segmentId, UUID.class);
  }

  private static <E extends Enum<E> & WireEnum> E wire(Class<E> type, Object text) {
    return WireEnum.find(type, (String) text).orElseThrow();
  }
}
