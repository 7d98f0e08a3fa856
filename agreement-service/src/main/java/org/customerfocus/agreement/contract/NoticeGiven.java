package org.customerfocus.agreement.contract;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// That one side will not go on.
@Schema(
    description =
        "That one side gave notice: the agreement ends when the period of notice has passed, and is"
            + " not renewed.")
public record NoticeGiven(
    @Schema(description = "The day on which the other side was told.") @NotNull LocalDate on,
    @Schema(description = "Who gave it.") @NotNull AgreementSide by) {}
