package org.customerfocus.survey.complaint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// That the case went to somebody outside, such as an ombudsman.
@Schema(description = "That the case went to somebody outside, such as an ombudsman or a court.")
record ExternalEscalation(
    @NotBlank @Size(max = 200) String body,
    @Size(min = 1, max = 200) @Schema(description = "What it is called there.")
        @Nullable String reference,
    @Schema(description = "When; the moment of the change unless said otherwise.")
        @Nullable Instant at) {}
