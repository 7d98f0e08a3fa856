package org.customerfocus.agreement.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What an amendment changes.
@Schema(
    description = "From which day, and what changes: what is left out stays as it was agreed last.")
public record AmendmentRequest(
    @Schema(description = "The first day on which the new wording holds.") @NotNull
        LocalDate effectiveOn,
    @Schema(description = "Why it is amended.") @Nullable @Size(min = 1, max = 2000) String reason,
    @Schema(description = "draft unless given; proposed offers it for signature at once.")
        @Nullable AgreementVersionStatus status,
    @Nullable @Size(max = 1000) List<@NotNull UUID> coveredUserIds,
    @Nullable @Valid Term term,
    @Nullable @Size(min = 1, max = 64) String timeZone,
    @Schema(
            description =
                "All commitments. One that goes on from an earlier wording carries the id that it"
                    + " had there.")
        @Nullable
        @Size(max = 50)
        List<@NotNull @Valid CommitmentRequest> commitments,
    @Nullable @Size(max = 50) List<@NotNull @Valid AgreedService> agreedServices,
    @Nullable @Size(max = 200) List<@NotNull UUID> requirementIds,
    @Nullable @Size(max = 50) List<@NotNull @Valid AgreedCompensation> compensation,
    @Nullable @Valid Money value,
    @Nullable @Pattern(regexp = Periods.PATTERN, message = Periods.MESSAGE) @Size(max = 17)
        String noticePeriod,
    @Nullable @Valid Renewal renewal) {

  /// The terms that it makes of those that were agreed last.
  AgreementRequest over(AgreementRequest last) {
    return new AgreementRequest(
        last.name(),
        last.providerPartyId(),
        last.customerId(),
        last.customerPartyId(),
        or(coveredUserIds, last.coveredUserIds()),
        term == null ? last.term() : term,
        timeZone == null ? last.timeZone() : timeZone,
        last.status(),
        or(commitments, last.commitments()),
        or(agreedServices, last.agreedServices()),
        or(requirementIds, last.requirementIds()),
        or(compensation, last.compensation()),
        value == null ? last.value() : value,
        noticePeriod == null ? last.noticePeriod() : noticePeriod,
        renewal == null ? last.renewal() : renewal,
        last.noticeGiven(),
        last.renewalOfId());
  }

  private static <T> List<T> or(@Nullable List<T> given, List<T> last) {
    return given == null ? last : given;
  }
}
