package org.customerfocus.agreement.underpinning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An underpinning as it is shown.
@Schema(description = "Which promise of a provider of the provider supports a promise.")
public record UnderpinningView(
    UUID id,
    UUID agreementId,
    @Schema(description = "The supported commitment, by the id of its first wording.")
        UUID commitmentId,
    UUID supportingAgreementId,
    @Schema(
            description =
                "The supporting commitment, by the id of its first wording; absent for all of that"
                    + " agreement.")
        @Nullable UUID supportingCommitmentId,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String note,
    Instant createdAt,
    Instant updatedAt) {}
