package org.customerfocus.agreement.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An amendment as it is worded: what its patch is merged into.
@Schema(description = "The whole wording of an amendment.")
public record AgreementVersionRequest(
    @Schema(description = "The first day on which the new wording holds.") @NotNull
        LocalDate effectiveOn,
    @Schema(description = "Why it is amended.") @Nullable @Size(min = 1, max = 2000) String reason,
    @Schema(
            description =
                "proposed offers a draft for signature, draft takes the offer back, withdrawn gives"
                    + " it up.")
        @NotNull
        AgreementVersionStatus status,
    @Nullable @Size(max = 1000) List<@NotNull UUID> coveredUserIds,
    @NotNull @Valid Term term,
    @NotBlank @Size(max = 64) String timeZone,
    @Nullable @Size(max = 50) List<@NotNull @Valid CommitmentRequest> commitments,
    @Nullable @Size(max = 50) List<@NotNull @Valid AgreedService> agreedServices,
    @Nullable @Size(max = 200) List<@NotNull UUID> requirementIds,
    @Nullable @Size(max = 50) List<@NotNull @Valid AgreedCompensation> compensation,
    @Nullable @Valid Money value,
    @Nullable @Pattern(regexp = Periods.PATTERN, message = Periods.MESSAGE) @Size(max = 17)
        String noticePeriod,
    @Nullable @Valid Renewal renewal) {

  static AgreementVersionRequest of(AgreementVersion version) {
    AgreementRequest terms = version.agreement().describe(version);
    return new AgreementVersionRequest(
        Objects.requireNonNull(version.effectiveOn()),
        version.reason(),
        version.status(),
        terms.coveredUserIds(),
        terms.term(),
        terms.timeZone(),
        terms.commitments(),
        terms.agreedServices(),
        terms.requirementIds(),
        terms.compensation(),
        terms.value(),
        terms.noticePeriod(),
        terms.renewal());
  }

  /// The terms that it makes of those of its agreement.
  AgreementRequest over(AgreementRequest last) {
    return new AgreementRequest(
        last.name(),
        last.providerPartyId(),
        last.customerId(),
        last.customerPartyId(),
        coveredUserIds,
        term,
        timeZone,
        last.status(),
        commitments,
        agreedServices,
        requirementIds,
        compensation,
        value,
        noticePeriod,
        renewal,
        last.noticeGiven(),
        last.renewalOfId());
  }

  /// Whether the two differ in nothing but their status.
  boolean saysTheSameAs(AgreementVersionRequest other) {
    return other.equals(
        new AgreementVersionRequest(
            effectiveOn,
            reason,
            other.status(),
            coveredUserIds,
            term,
            timeZone,
            commitments,
            agreedServices,
            requirementIds,
            compensation,
            value,
            noticePeriod,
            renewal));
  }
}
