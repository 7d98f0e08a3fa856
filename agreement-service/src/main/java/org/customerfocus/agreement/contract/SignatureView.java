package org.customerfocus.agreement.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A signature as it is shown.
@Schema(description = "That a person signed a version for one side; it never changes.")
public record SignatureView(
    UUID id,
    UUID agreementId,
    UUID agreementVersionId,
    AgreementSide side,
    @Schema(description = "The person who signed.") UUID partyId,
    @Schema(description = "The party that is bound by it.") UUID onBehalfOfPartyId,
    LocalDate signedOn,
    @Schema(
            description =
                "What entitled the person: self where it is that side, only-person where it is all"
                    + " there is of the organisation, authority for a recorded one.")
        SignatureBasis basis,
    @Nullable SignatureAuthority authority,
    Instant recordedAt) {

  static SignatureView of(AgreementSignature signature) {
    return new SignatureView(
        signature.id(),
        signature.agreementId(),
        signature.version().id(),
        signature.side(),
        signature.partyId(),
        signature.onBehalfOfPartyId(),
        signature.signedOn(),
        signature.basis(),
        signature.authority(),
        signature.recordedAt());
  }
}
