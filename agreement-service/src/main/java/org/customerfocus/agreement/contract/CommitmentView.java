package org.customerfocus.agreement.contract;

import java.util.List;
import java.util.UUID;
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
    String name,
    UUID metricId,
    String entityType,
    String customerTerm,
    @Nullable String requirement,
    List<UUID> requirementIds,
    Target target,
    @Nullable Threshold threshold,
    @Nullable Selector selector,
    PeriodBy periodBy,
    ExclusionEffect exclusionEffect,
    UnknownAs unknownAs) {

  static CommitmentView of(Commitment commitment) {
    CommitmentRequest as = commitment.describe();
    AgreementVersion version = commitment.version();
    return new CommitmentView(
        commitment.id(),
        version.agreement().id(),
        version.id(),
        as.name(),
        as.metricId(),
        as.entityType(),
        as.customerTerm(),
        as.requirement(),
        as.requirementIds(),
        as.target(),
        as.threshold(),
        as.selector(),
        as.periodBy(),
        as.exclusionEffect(),
        as.unknownAs());
  }
}
