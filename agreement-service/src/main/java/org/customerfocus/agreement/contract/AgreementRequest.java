package org.customerfocus.agreement.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An agreement with its commitments, as a client describes it.
@Schema(description = "What a provider promises a customer, with all of its commitments.")
public record AgreementRequest(
    @NotBlank @Size(max = 200) String name,
    @Schema(description = "The party that promises.") @NotNull UUID providerPartyId,
    @Schema(description = "The customer relationship that it is promised to.") @NotNull
        UUID customerId,
    @Schema(description = "The party behind that relationship, for display.")
        @Nullable UUID customerPartyId,
    @Schema(
            description =
                "The customer relationships of the users who are covered besides the customer.")
        @Nullable
        @Size(max = 1000)
        List<@NotNull UUID> coveredUserIds,
    @NotNull @Valid Term term,
    @Schema(
            description =
                "The IANA time zone whose calendar months are the periods, such as"
                    + " America/Los_Angeles.")
        @NotBlank
        @Size(max = 64)
        String timeZone,
    @Schema(
            description =
                "draft unless given. active puts the agreement in force and its terms can no longer"
                    + " change; terminated ends it.")
        @Nullable AgreementStatus status,
    @Nullable @Size(max = 50) List<@NotNull @Valid CommitmentRequest> commitments) {

  public AgreementRequest {
    coveredUserIds = coveredUserIds == null ? List.of() : coveredUserIds;
    status = status == null ? AgreementStatus.DRAFT : status;
    commitments = commitments == null ? List.of() : commitments;
  }

  // Clients may leave these out; a request that was read has them all the same.
  @Override
  public List<UUID> coveredUserIds() {
    return Objects.requireNonNull(coveredUserIds);
  }

  @Override
  public AgreementStatus status() {
    return Objects.requireNonNull(status);
  }

  @Override
  public List<CommitmentRequest> commitments() {
    return Objects.requireNonNull(commitments);
  }

  /// The same terms under another status.
  AgreementRequest withStatus(AgreementStatus other) {
    return new AgreementRequest(
        name,
        providerPartyId,
        customerId,
        customerPartyId,
        coveredUserIds,
        term,
        timeZone,
        other,
        commitments);
  }

  /// The same terms with commitments that say what hangs on the types of their metrics.
  AgreementRequest with(List<CommitmentRequest> others) {
    return new AgreementRequest(
        name,
        providerPartyId,
        customerId,
        customerPartyId,
        coveredUserIds,
        term,
        timeZone,
        status,
        others);
  }
}
