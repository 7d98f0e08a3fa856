package org.customerfocus.agreement.openslo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.customerfocus.agreement.metric.MetricPhase;
import org.customerfocus.agreement.metric.MetricType;
import org.jspecify.annotations.Nullable;

/// What documents come to here: metrics by name, commitments on them, and what has no place.
///
/// @param metrics in the order in which the text first names them
record OpenSloPlan(
    Map<String, PlannedMetric> metrics,
    List<PlannedCommitment> commitments,
    List<OpenSloFault> unmapped) {

  /// @param pointer of the indicator
  record PlannedMetric(
      String pointer,
      String name,
      MetricType type,
      @Nullable MetricPhase phase,
      @Nullable String unit,
      String description) {}

  /// @param pointer of the objective
  /// @param terms a CommitmentRequest that lacks the id of its metric
  record PlannedCommitment(String pointer, int line, String metric, ObjectNode terms) {}
}
