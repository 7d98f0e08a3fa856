package org.customerfocus.survey.feedback;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The id that feedback has elsewhere.
@Schema(
    description =
        "The id that the feedback has elsewhere. Feedback is recorded once under it: sent twice,"
            + " it is told to be there already.")
public record FeedbackRef(
    @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,63}")
        @Size(max = 64)
        @Schema(description = "The kind of id, such as crm or cfpb.")
        String scheme,
    @NotNull @Size(min = 1, max = 200) @Schema(description = "The id itself.") String value) {}
