package org.customerfocus.customer.loyalty;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.customer.reference.Target;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A referral as a client reports it.
@Schema(description = "That a customer recommended the provider to somebody.")
record ReferralRequest(
    @NotNull @Schema(description = "Who recommended.") UUID fromCustomerId,
    @Schema(description = "To whom; or give toCustomerId.") @Nullable UUID toPartyId,
    @Schema(description = "The customer that the referred party is; needed for became-customer.")
        @Nullable UUID toCustomerId,
    @Schema(description = "What was recommended.") @Nullable UUID offeringId,
    @Schema(description = "What came of it; pending unless said otherwise.")
        @Nullable ReferralOutcome outcome,
    @NotNull Instant referredAt) {

  @SuppressWarnings("ConstantValue") // what is missing is refused after it was read
  ReferralRequest {
    referredAt = referredAt == null ? referredAt : referredAt.truncatedTo(ChronoUnit.MICROS);
    outcome = outcome == null ? ReferralOutcome.PENDING : outcome;
  }

  /// What constraints on single fields cannot say.
  ///
  /// @param partyOf the party of each of the two customers that exists
  List<FieldError> faults(Map<UUID, UUID> partyOf) {
    List<FieldError> faults = new ArrayList<>();
    UUID from = partyOf.get(fromCustomerId);
    if (from == null) {
      faults.add(FieldError.at("/fromCustomerId", Target.CUSTOMER.missing()));
    }
    if (toCustomerId == null && toPartyId == null) {
      faults.add(FieldError.at("/toPartyId", "give toPartyId or toCustomerId"));
    }
    UUID to = toCustomerId == null ? toPartyId : partyOf.get(toCustomerId);
    if (toCustomerId != null && to == null) {
      faults.add(FieldError.at("/toCustomerId", Target.CUSTOMER.missing()));
    } else if (toPartyId != null && !toPartyId.equals(to)) {
      faults.add(FieldError.at("/toPartyId", "is not the party of toCustomerId"));
    }
    if (from != null && from.equals(to)) {
      faults.add(
          FieldError.at(
              toCustomerId == null ? "/toPartyId" : "/toCustomerId",
              "nobody is referred by themselves"));
    }
    if (outcome == ReferralOutcome.BECAME_CUSTOMER && toCustomerId == null) {
      faults.add(FieldError.at("/toCustomerId", "is required: it names the customer they became"));
    }
    return faults;
  }
}
