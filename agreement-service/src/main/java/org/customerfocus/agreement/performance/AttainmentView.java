package org.customerfocus.agreement.performance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.agreement.contract.CommitmentWindow;
import org.customerfocus.agreement.contract.Target;
import org.customerfocus.agreement.metric.MetricType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How far one promise was kept, period by period.
@Schema(
    description =
        "How far one promise was kept in each period of its window, over all wordings of its"
            + " agreement.")
record AttainmentView(
    @Schema(description = "Of the wording that is asked for, or of the last one.")
        UUID commitmentId,
    @Schema(description = "Of the same promise in every wording.") UUID lineageId,
    UUID agreementId,
    UUID agreementVersionId,
    String name,
    @Schema(description = "The customer's own word for what is counted.") String customerTerm,
    MetricType metricType,
    @Schema(description = "The unit of the metric's values; absent where it has none.")
        @Nullable String unit,
    String timeZone,
    @Schema(description = "What was open and due before this instant counts as bad.") Instant cut,
    Target target,
    CommitmentWindow window,
    List<AttainmentPeriod> periods,
    @Schema(
            description =
                "All periods together; absent where they overlap, are of several wordings, or are"
                    + " scores of surveys.")
        @Nullable AttainmentResult overall) {

  /// One period, as far as one wording held in it.
  @Schema(
      description =
          "One period. Where a new wording took effect in it, each is counted by itself in the part"
              + " in which it held.")
  record AttainmentPeriod(
      @Schema(
              description =
                  "2026-03, 2026-Q1 or 2026; of rolling windows the last day, 2026-03-31.",
              examples = "2026-03",
              maxLength = 10)
          String period,
      UUID commitmentId,
      UUID agreementVersionId,
      @Schema(description = "The part of the period in which the wording held.") Instant start,
      @Schema(description = "Exclusive.") Instant end,
      @Schema(description = "Whether the period was over at the cut.") Boolean closed,
      PeriodState state,
      @Schema(
              description =
                  "0 for a draft, 1 for what was found when the grace time was over, then one more"
                      + " for each later change.")
          Integer revision,
      AttainmentResult result) {}
}
