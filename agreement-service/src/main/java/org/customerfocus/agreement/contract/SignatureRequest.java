package org.customerfocus.agreement.contract;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A signature as a client reports it.
@Schema(description = "That a person signs what is proposed, for one side.")
public record SignatureRequest(
    @NotNull AgreementSide side,
    @Schema(description = "The person who signs.") @NotNull UUID partyId,
    @Schema(
            description =
                "The version that is signed; the one that is proposed unless given. Who signs what"
                    + " was read names it, so that nothing else is signed.")
        @Nullable UUID versionId,
    @Schema(
            description =
                "The day of the signature, in the time zone of the agreement: today unless given."
                    + " On that day the person must have the authority.")
        @Nullable LocalDate signedOn) {}
