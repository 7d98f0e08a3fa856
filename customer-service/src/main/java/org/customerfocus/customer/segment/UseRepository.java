package org.customerfocus.customer.segment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;

/// What uses a segment: rows of this database that refer to it, and what other services have
/// registered.
@ApplicationScoped
class UseRepository {

  private static final String SERVICE = "customer";

  private final EntityManager entities;
  private final CurrentCaller caller;

  UseRepository(EntityManager entities, CurrentCaller caller) {
    this.entities = entities;
    this.caller = caller;
  }

  /// The uses of a segment, those of this service first.
  ///
  /// @param limit how many at most
  List<SegmentUseView> of(UUID segment, int limit) {
    List<SegmentUseView> uses = new ArrayList<>();
    for (Reference reference : references()) {
      read(
          uses,
          "SELECT DISTINCT '%s', '%s', %s FROM %s WHERE %s = :segment ORDER BY 3 LIMIT :limit"
              .formatted(
                  SERVICE,
                  reference.owner().replace('_', '-'),
                  reference.ownerColumn(),
                  reference.table(),
                  reference.column()),
          segment,
          limit - uses.size());
    }
    read(
        uses,
        """
        SELECT service, resource_type, resource_id FROM segment_use WHERE segment_id = :segment
        ORDER BY service, resource_type, resource_id LIMIT :limit""",
        segment,
        limit - uses.size());
    return uses;
  }

  private void read(List<SegmentUseView> uses, String query, UUID segment, int limit) {
    if (limit <= 0) {
      return;
    }
    for (Object each :
        entities
            .createNativeQuery(query, Tuple.class)
            .setParameter("segment", segment)
            .setParameter("limit", limit)
            .getResultList()) {
      Tuple row = (Tuple) each;
      uses.add(
          new SegmentUseView(
              row.get(0, String.class), row.get(1, String.class), row.get(2, UUID.class)));
    }
  }

  /// A foreign key to segments.
  ///
  /// @param owner the table of the resource that the row belongs to, and `ownerColumn` its id
  private record Reference(String table, String column, String owner, String ownerColumn) {}

  /// Every foreign key that would refuse the deletion of a segment, asked of the database itself,
  /// so that no feature has to be named here. A row that goes with its owner stands for the owner.
  private List<Reference> references() {
    List<?> rows =
        entities
            .createNativeQuery(
                """
                SELECT cast(cast(k.conrelid AS regclass) AS text), cast(a.attname AS text),
                       cast(cast(coalesce(o.confrelid, k.conrelid) AS regclass) AS text),
                       coalesce(cast(oa.attname AS text), 'id')
                FROM pg_constraint k
                JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[2]
                LEFT JOIN LATERAL (
                  SELECT confrelid, conkey FROM pg_constraint o
                  WHERE o.conrelid = k.conrelid AND o.contype = 'f' AND o.confdeltype = 'c'
                    AND o.confrelid <> k.confrelid AND o.confrelid <> k.conrelid
                  ORDER BY o.conname LIMIT 1) o ON true
                LEFT JOIN pg_attribute oa ON oa.attrelid = k.conrelid AND oa.attnum = o.conkey[2]
                WHERE k.contype = 'f' AND k.confrelid = cast('segment' AS regclass)
                  AND k.confdeltype <> 'c' AND k.conrelid <> cast('segment_use' AS regclass)
                ORDER BY 1, 2""",
                Tuple.class)
            .getResultList();
    List<Reference> references = new ArrayList<>();
    for (Object each : rows) {
      Tuple row = (Tuple) each;
      references.add(
          new Reference(
              row.get(0, String.class),
              row.get(1, String.class),
              row.get(2, String.class),
              row.get(3, String.class)));
    }
    return references;
  }

  void register(UUID segment, SegmentUseView use, Instant now) {
    entities
        .createNativeQuery(
            """
            INSERT INTO segment_use (tenant_id, segment_id, service, resource_type, resource_id,
                                     registered_at)
            VALUES (:tenant, :segment, :service, :type, :id, :now) ON CONFLICT DO NOTHING""")
        .setParameter("tenant", caller.get().tenant())
        .setParameter("segment", segment)
        .setParameter("service", use.service())
        .setParameter("type", use.resourceType())
        .setParameter("id", use.resourceId())
        .setParameter("now", now)
        .executeUpdate();
  }

  void unregister(UUID segment, SegmentUseView use) {
    entities
        .createNativeQuery(
            """
            DELETE FROM segment_use WHERE segment_id = :segment AND service = :service
              AND resource_type = :type AND resource_id = :id""")
        .setParameter("segment", segment)
        .setParameter("service", use.service())
        .setParameter("type", use.resourceType())
        .setParameter("id", use.resourceId())
        .executeUpdate();
  }
}
