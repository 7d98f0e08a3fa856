package org.customerfocus.agreement.underpinning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customerfocus.agreement.attainment.Bound;
import org.customerfocus.agreement.attainment.Comparator;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.conventions.wire.WireEnum;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ChainRepository {

  /// What holds on the day: an agreed wording, of an agreement that is not suspended or over. What
  /// was signed later than it holds from counts as in force all the same.
  private static final String IN_FORCE =
      """
      v.effective_at IS NOT NULL AND v.effective_from <= asked.at
      AND (v.effective_to IS NULL OR v.effective_to > asked.at)
      AND (v.term_end IS NULL OR v.term_end > asked.day)
      AND coalesce((SELECT p.status FROM agreement_phase p
                    WHERE p.agreement_id = a.id AND p.since <= asked.at
                    ORDER BY p.since DESC, p.id DESC LIMIT 1), 'draft')
          NOT IN ('suspended', 'expired', 'terminated', 'renewed')""";

  private final EntityManager entities;

  ChainRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// One promise of a chain, and what it rests on.
  ///
  /// @param id of its first wording
  record Node(
      UUID agreementId,
      String agreement,
      UUID id,
      String name,
      MetricType type,
      Bound target,
      @Nullable Bound threshold,
      @Nullable BigDecimal percentile,
      @Nullable String unit,
      String window,
      List<Support> supports) {

    /// @param commitmentId null for all of the agreement's
    record Support(UUID agreementId, @Nullable UUID commitmentId) {}
  }

  /// All promises of an agreement, and those upstream that they rest on, link by link, in one
  /// query. Of the agreement itself the wording that holds on the day, or else the one that is
  /// worked on; upstream only what is in force then.
  List<Node> nodes(UUID agreement, Instant at, LocalDate day, int limit) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                WITH RECURSIVE asked (root, at, day) AS (
                  SELECT CAST(:root AS uuid), CAST(:at AS timestamptz), CAST(:day AS date)
                ), link (agreement_id, commitment_id, supporting_id, supporting_part) AS (
                  SELECT u.agreement_id, u.commitment_id, u.supporting_agreement_id,
                         u.supporting_commitment_id
                  FROM asked JOIN underpinning u ON u.agreement_id = asked.root
                    AND (u.valid_from IS NULL OR u.valid_from <= asked.day)
                    AND (u.valid_to IS NULL OR u.valid_to > asked.day)
                  UNION
                  SELECT u.agreement_id, u.commitment_id, u.supporting_agreement_id,
                         u.supporting_commitment_id
                  FROM link l CROSS JOIN asked
                  JOIN underpinning u ON u.agreement_id = l.supporting_id
                    AND (l.supporting_part IS NULL OR u.commitment_id = l.supporting_part)
                    AND (u.valid_from IS NULL OR u.valid_from <= asked.day)
                    AND (u.valid_to IS NULL OR u.valid_to > asked.day)
                ), wording (agreement_id, version_id) AS (
                  SELECT a.id, v.id
                  FROM asked CROSS JOIN (SELECT DISTINCT supporting_id FROM link) s
                  JOIN agreement a ON a.id = s.supporting_id
                  JOIN agreement_version v ON v.agreement_id = a.id
                  WHERE a.id <> asked.root AND %1$s
                  UNION ALL
                  (SELECT a.id, v.id
                   FROM asked JOIN agreement a ON a.id = asked.root
                   JOIN agreement_version v ON v.agreement_id = a.id
                   WHERE v.withdrawn_at IS NULL
                   ORDER BY %1$s DESC, v.number DESC LIMIT 1)
                ), wanted (agreement_id, commitment_id) AS (
                  SELECT root, NULL FROM asked
                  UNION SELECT supporting_id, supporting_part FROM link
                )
                SELECT a.id AS agreement_id, a.name AS agreement, c.lineage_id, c.name, m.type,
                       m.unit, c.target_comparator, c.target_value, c.threshold_comparator,
                       c.threshold_value, c.percentile, c.counting_window::jsonb ->> 'kind' AS kind,
                       coalesce(c.counting_window::jsonb ->> 'unit',
                                c.counting_window::jsonb ->> 'length') AS length,
                       c.budgeting::jsonb ->> 'slice' AS slice,
                       c.budgeting::jsonb ->> 'sliceTarget' AS slice_target,
                       c.calendar_id,
                       ARRAY(SELECT l.supporting_id FROM link l
                             WHERE l.agreement_id = a.id AND l.commitment_id = c.lineage_id
                             ORDER BY l.supporting_id, l.supporting_part) AS supporting,
                       ARRAY(SELECT l.supporting_part FROM link l
                             WHERE l.agreement_id = a.id AND l.commitment_id = c.lineage_id
                             ORDER BY l.supporting_id, l.supporting_part) AS parts
                FROM wording w
                JOIN agreement a ON a.id = w.agreement_id
                JOIN commitment c ON c.version_id = w.version_id
                JOIN metric m ON m.id = c.metric_id
                WHERE EXISTS (SELECT 1 FROM wanted n WHERE n.agreement_id = a.id
                              AND (n.commitment_id IS NULL OR n.commitment_id = c.lineage_id))
                ORDER BY a.id, c.place
                LIMIT :limit"""
                    .formatted(IN_FORCE),
                Tuple.class)
            .setParameter("root", agreement)
            .setParameter("at", at)
            .setParameter("day", day)
            .setParameter("limit", limit)
            .getResultList();
    return rows.stream().map(ChainRepository::node).toList();
  }

  private static Node node(Tuple row) {
    String window = row.get("kind", String.class) + "/" + row.get("length", String.class);
    String slice = row.get("slice", String.class);
    if (slice != null) {
      window += " in slices of %s at %s".formatted(slice, row.get("slice_target", String.class));
    }
    UUID calendar = row.get("calendar_id", UUID.class);
    if (calendar != null) {
      window += " in the service time of " + calendar;
    }
    String threshold = row.get("threshold_comparator", String.class);
    return new Node(
        row.get("agreement_id", UUID.class),
        row.get("agreement", String.class),
        row.get("lineage_id", UUID.class),
        row.get("name", String.class),
        WireEnum.find(MetricType.class, row.get("type", String.class)).orElseThrow(),
        bound(
            row.get("target_comparator", String.class), row.get("target_value", BigDecimal.class)),
        threshold == null ? null : bound(threshold, row.get("threshold_value", BigDecimal.class)),
        row.get("percentile", BigDecimal.class),
        row.get("unit", String.class),
        window,
        supports(row.get("supporting", UUID[].class), row.get("parts", UUID[].class)));
  }

  private static Bound bound(String comparator, BigDecimal value) {
    return new Bound(WireEnum.find(Comparator.class, comparator).orElseThrow(), value);
  }

  private static List<Node.Support> supports(UUID[] agreements, @Nullable UUID[] parts) {
    List<Node.Support> supports = new ArrayList<>();
    for (int i = 0; i < agreements.length; i++) {
      supports.add(new Node.Support(agreements[i], parts[i]));
    }
    return supports;
  }
}
