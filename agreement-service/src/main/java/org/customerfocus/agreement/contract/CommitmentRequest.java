package org.customerfocus.agreement.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.agreement.attainment.CountedHours;
import org.customerfocus.agreement.attainment.ExclusionEffect;
import org.customerfocus.agreement.attainment.PeriodBy;
import org.customerfocus.agreement.attainment.UnknownAs;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.agreement.number.Decimals;
import org.customerfocus.agreement.number.PlainDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One promise, in the customer's terms.
@Schema(description = "One promise, in the customer's terms.")
public record CommitmentRequest(
    @Schema(
            description =
                "When an agreement is changed: the commitment that this is the new wording of."
                    + " Absent for a new one, and on creation.")
        @Nullable UUID id,
    @Schema(description = "What is promised, as the customer would say it.")
        @NotBlank
        @Size(max = 200)
        String name,
    @Schema(description = "The metric that it sets a target for.") @NotNull UUID metricId,
    @Schema(description = "What is counted, as the measurements name it.")
        @NotBlank
        @Size(max = 100)
        String entityType,
    @Schema(description = "The customer's own word for what is counted.") @NotBlank @Size(max = 200)
        String customerTerm,
    @Schema(description = "The customer's requirement that this answers, in words.")
        @Nullable
        @Size(min = 1, max = 2000)
        String requirement,
    @Schema(
            description =
                "The customer's recorded requirements that this answers. An agreement is proposed only"
                    + " when each commitment names one of this customer or of a segment that it is in.")
        @Nullable
        @Size(max = 20)
        List<@NotNull UUID> requirementIds,
    @NotNull @Valid Target target,
    @Schema(description = "Required for a metric of type threshold-share, and only there.")
        @Nullable
        @Valid
        Threshold threshold,
    @Schema(
            description =
                "Of a percentile (required) or a duration (1, the longest, unless given): the share of"
                    + " the values that have to lie on the target's side, such as 0.95.")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        @Decimals(max = 9)
        @Nullable BigDecimal percentile,
    @Schema(
            description =
                "On the way to the target: a period that meets the target but not this is shown with a"
                    + " warning.")
        @DecimalMin("-999999999999")
        @DecimalMax("999999999999")
        @Decimals(max = 9)
        @Nullable BigDecimal warning,
    @Schema(
            description =
                "By how much the target may be missed before it is a breach, in its unit: until there"
                    + " the status is tolerated.")
        @DecimalMin("0")
        @DecimalMax("999999999999")
        @Decimals(max = 9)
        @Nullable BigDecimal tolerance,
    @Schema(description = "Calendar months unless given.") @Valid @Nullable CommitmentWindow window,
    @Schema(description = "The calendar of service time; always unless given.")
        @Nullable UUID calendarId,
    @Schema(
            description =
                "Whether durations are real elapsed time (unless given) or what the clocks on the wall"
                    + " show: they differ where clocks change.")
        @Nullable CountedHours hours,
    @Nullable @Valid Selector selector,
    @Nullable @Valid QualifyingCondition qualifyingCondition,
    @Schema(
            description =
                "Which time of a measurement decides the period in which it counts: due unless"
                    + " given.")
        @Nullable PeriodBy periodBy,
    @Schema(
            description =
                "What an exclusion does: remove takes everything covered out of the base, excuse counts"
                    + " what was bad under it for the provider. Unless given, excuse for time-ratio"
                    + " and remove otherwise.")
        @Nullable ExclusionEffect exclusionEffect,
    @Schema(description = "How the unknown counts: leave (unless given) takes it out of the base.")
        @Nullable UnknownAs unknownAs,
    @Schema(description = "Every occurrence counts for itself unless given.") @Valid
        @Nullable CommitmentBudgeting budgeting,
    @Schema(
            description =
                "How long after its end a period stays a draft, for what arrives late; P3D unless"
                    + " given.",
            examples = "P3D",
            maxLength = 12)
        @Pattern(
            regexp = "P([0-9]{1,3}D|T[0-9]{1,3}H|T[0-9]{1,3}M|[0-9]{1,3}DT[0-9]{1,2}H)",
            message = "must be days, hours or minutes, such as P3D")
        @Nullable String graceTime,
    @Schema(description = "Below so many events a period is insufficient; 0 unless given.")
        @Min(0)
        @Max(1_000_000)
        @Nullable Integer minimumEvents,
    @Schema(description = "medium unless given.") @Nullable CommitmentImportance importance,
    @Schema(description = "What is owed when it is not kept, or surpassed.") @Valid
        @Nullable CreditTerms credits,
    @Schema(description = "Required for a metric of type survey-score, and only there.") @Valid
        @Nullable CommitmentSurvey survey) {

  public CommitmentRequest {
    requirementIds = requirementIds == null ? List.of() : requirementIds;
    percentile = PlainDecimal.of(percentile);
    warning = PlainDecimal.of(warning);
    tolerance = PlainDecimal.of(tolerance);
    window = window == null ? CommitmentWindow.MONTH : window;
    hours = hours == null ? CountedHours.ELAPSED : hours;
    periodBy = periodBy == null ? PeriodBy.DUE : periodBy;
    unknownAs = unknownAs == null ? UnknownAs.LEAVE : unknownAs;
    budgeting = budgeting == null ? CommitmentBudgeting.OCCURRENCES : budgeting;
    graceTime = graceTime == null ? "P3D" : graceTime;
    minimumEvents = minimumEvents == null ? 0 : minimumEvents;
    importance = importance == null ? CommitmentImportance.MEDIUM : importance;
  }

  // Clients may leave these out; a request that was read has them all the same.
  @Override
  public List<UUID> requirementIds() {
    return Objects.requireNonNull(requirementIds);
  }

  @Override
  public CommitmentWindow window() {
    return Objects.requireNonNull(window);
  }

  @Override
  public CountedHours hours() {
    return Objects.requireNonNull(hours);
  }

  @Override
  public PeriodBy periodBy() {
    return Objects.requireNonNull(periodBy);
  }

  @Override
  public UnknownAs unknownAs() {
    return Objects.requireNonNull(unknownAs);
  }

  @Override
  public CommitmentBudgeting budgeting() {
    return Objects.requireNonNull(budgeting);
  }

  @Override
  public String graceTime() {
    return Objects.requireNonNull(graceTime);
  }

  @Override
  public Integer minimumEvents() {
    return Objects.requireNonNull(minimumEvents);
  }

  @Override
  public CommitmentImportance importance() {
    return Objects.requireNonNull(importance);
  }

  /// The same promise with what hangs on the type of its metric, where it says nothing of it.
  ///
  /// @param type null where there is no such metric
  CommitmentRequest of(@Nullable MetricType type) {
    ExclusionEffect effect = exclusionEffect;
    if (effect == null) {
      effect = type == MetricType.TIME_RATIO ? ExclusionEffect.EXCUSE : ExclusionEffect.REMOVE;
    }
    BigDecimal share =
        percentile == null && type == MetricType.DURATION ? BigDecimal.ONE : percentile;
    return new CommitmentRequest(
        id,
        name,
        metricId,
        entityType,
        customerTerm,
        requirement,
        requirementIds,
        target,
        threshold,
        share,
        warning,
        tolerance,
        window,
        calendarId,
        hours,
        selector,
        qualifyingCondition,
        periodBy,
        effect,
        unknownAs,
        budgeting,
        graceTime,
        minimumEvents,
        importance,
        credits,
        survey);
  }
}
