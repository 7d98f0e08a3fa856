package org.customerfocus.agreement.underpinning;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a promise rests on, as a client describes it.
@Schema(description = "Which promise of a provider of the provider supports a promise.")
public record UnderpinningRequest(
    @Schema(
            description =
                "The commitment of this agreement that is supported; any of its versions names it.")
        @NotNull
        UUID commitmentId,
    @Schema(
            description =
                "The agreement in which another provider promises something to the provider of this"
                    + " one.")
        @NotNull
        UUID supportingAgreementId,
    @Schema(
            description =
                "The commitment of that agreement which supports; all of its commitments unless"
                    + " given.")
        @Nullable UUID supportingCommitmentId,
    @Schema(description = "The first day on which it holds; absent for always so far.")
        @Nullable LocalDate validFrom,
    @Schema(description = "The day after the last; absent for open.") @Nullable LocalDate validTo,
    @Schema(description = "How it supports, in words.") @Nullable @Size(min = 1, max = 2000)
        String note) {}
