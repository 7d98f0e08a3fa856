package org.customerfocus.customer.segment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A segment as a client describes it.
@Schema(name = "SegmentRequest", description = "Customers that a rule describes or a list names.")
record SegmentRequest(
    @NotBlank
        @Size(max = 200)
        @Schema(description = "What it is called; no two segments are called alike but for case.")
        String name,
    @Size(max = 5000) @Schema(description = "Who they are, in words.") @Nullable String description,
    @NotNull @Schema(description = "By rule or by list; it stays as it is.") SegmentKind kind,
    @Valid
        @Schema(
            description =
                "Who is in it, for a segment by rule: a group of comparisons. A list has none.")
        @Nullable RuleRequest rule) {}
