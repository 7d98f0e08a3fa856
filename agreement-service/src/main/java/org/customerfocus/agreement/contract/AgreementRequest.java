package org.customerfocus.agreement.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.money.Money;
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
                "draft unless given. proposed offers it to both sides for signature, and its terms"
                    + " can no longer change; their signatures put it in force.")
        @Nullable AgreementStatus status,
    @Nullable @Size(max = 50) List<@NotNull @Valid CommitmentRequest> commitments,
    @Schema(description = "The offerings that it is about, in the customer's words.")
        @Nullable
        @Size(max = 50)
        List<@NotNull @Valid AgreedService> agreedServices,
    @Schema(
            description =
                "The customer's requirements that the provider promises to meet, besides those that"
                    + " the commitments name.")
        @Nullable
        @Size(max = 200)
        List<@NotNull UUID> requirementIds,
    @Schema(description = "What the provider gets for it.") @Nullable @Size(max = 50)
        List<@NotNull @Valid AgreedCompensation> compensation,
    @Schema(
            description =
                "What it is worth over its term, which whoever signs must have the authority for;"
                    + " unless given, what the compensation adds up to.")
        @Nullable
        @Valid
        Money value,
    @Schema(
            description =
                "How long before its end either side must say so, ten years at most; absent for no"
                    + " notice.",
            examples = "P3M",
            maxLength = 17)
        @Nullable
        @Pattern(regexp = Periods.PATTERN, message = Periods.MESSAGE)
        String noticePeriod,
    @Schema(description = "What happens when the term is over; otherwise it expires.")
        @Nullable
        @Valid
        Renewal renewal,
    @Schema(description = "That one side will not go on; of an agreement in force.")
        @Nullable
        @Valid
        NoticeGiven noticeGiven,
    @Schema(description = "The agreement that this one goes on from when its term is over.")
        @Nullable UUID renewalOfId) {

  public AgreementRequest {
    coveredUserIds = coveredUserIds == null ? List.of() : coveredUserIds;
    status = status == null ? AgreementStatus.DRAFT : status;
    commitments = commitments == null ? List.of() : commitments;
    agreedServices = agreedServices == null ? List.of() : agreedServices;
    requirementIds = requirementIds == null ? List.of() : requirementIds;
    compensation = compensation == null ? List.of() : compensation;
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

  @Override
  public List<AgreedService> agreedServices() {
    return Objects.requireNonNull(agreedServices);
  }

  @Override
  public List<UUID> requirementIds() {
    return Objects.requireNonNull(requirementIds);
  }

  @Override
  public List<AgreedCompensation> compensation() {
    return Objects.requireNonNull(compensation);
  }

  /// The same terms, whatever became of them.
  AgreementRequest standing(AgreementStatus as, @Nullable NoticeGiven notice) {
    return copy(term, as, commitments(), notice, renewalOfId);
  }

  /// The same terms for another term, going on from an agreement.
  AgreementRequest renewed(UUID agreement, Term next) {
    return copy(next, AgreementStatus.DRAFT, commitments(), null, agreement);
  }

  /// The same terms with commitments that say what hangs on the types of their metrics.
  AgreementRequest with(List<CommitmentRequest> others) {
    return copy(term, status(), others, noticeGiven, renewalOfId);
  }

  private AgreementRequest copy(
      Term during,
      AgreementStatus as,
      List<CommitmentRequest> promised,
      @Nullable NoticeGiven notice,
      @Nullable UUID renewed) {
    return new AgreementRequest(
        name,
        providerPartyId,
        customerId,
        customerPartyId,
        coveredUserIds,
        during,
        timeZone,
        as,
        promised,
        agreedServices,
        requirementIds,
        compensation,
        value,
        noticePeriod,
        renewal,
        notice,
        renewed);
  }
}
