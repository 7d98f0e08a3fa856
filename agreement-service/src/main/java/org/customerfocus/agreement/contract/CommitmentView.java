package org.customerfocus.agreement.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.customerfocus.agreement.attainment.CountedHours;
import org.customerfocus.agreement.attainment.ExclusionEffect;
import org.customerfocus.agreement.attainment.PeriodBy;
import org.customerfocus.agreement.attainment.UnknownAs;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A commitment as it is shown.
@Schema(description = "One promise, in the customer's terms.")
public record CommitmentView(
    UUID id,
    UUID agreementId,
    UUID agreementVersionId,
    @Schema(description = "Of the same promise in every version: its id in the first of them.")
        UUID lineageId,
    String name,
    UUID metricId,
    String entityType,
    String customerTerm,
    @Nullable String requirement,
    List<UUID> requirementIds,
    Target target,
    @Nullable Threshold threshold,
    @Schema(description = "The share of the values that have to lie on the target's side.")
        @Nullable BigDecimal percentile,
    @Nullable BigDecimal warning,
    @Nullable BigDecimal tolerance,
    CommitmentWindow window,
    @Nullable UUID calendarId,
    CountedHours hours,
    @Nullable Selector selector,
    @Nullable QualifyingCondition qualifyingCondition,
    PeriodBy periodBy,
    ExclusionEffect exclusionEffect,
    UnknownAs unknownAs,
    CommitmentBudgeting budgeting,
    @Schema(description = "How long after its end a period stays a draft.") String graceTime,
    @Schema(description = "Below so many events a period is insufficient.") Integer minimumEvents,
    CommitmentImportance importance,
    @Nullable CreditTerms credits,
    @Nullable CommitmentSurvey survey) {

  static CommitmentView of(Commitment commitment) {
    CommitmentRequest as = commitment.describe();
    AgreementVersion version = commitment.version();
    return new CommitmentView(
        commitment.id(),
        version.agreement().id(),
        version.id(),
        commitment.lineageId(),
        as.name(),
        as.metricId(),
        as.entityType(),
        as.customerTerm(),
        as.requirement(),
        as.requirementIds(),
        as.target(),
        as.threshold(),
        as.percentile(),
        as.warning(),
        as.tolerance(),
        as.window(),
        as.calendarId(),
        as.hours(),
        as.selector(),
        as.qualifyingCondition(),
        as.periodBy(),
        commitment.exclusionEffect(),
        as.unknownAs(),
        as.budgeting(),
        as.graceTime(),
        as.minimumEvents(),
        as.importance(),
        as.credits(),
        as.survey());
  }
}
