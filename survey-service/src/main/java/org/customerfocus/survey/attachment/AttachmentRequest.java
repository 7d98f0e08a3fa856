package org.customerfocus.survey.attachment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A file as it is attached.
@Schema(
    description =
        "A file: PDF, PNG, JPEG, GIF, WebP, or text in UTF-8. What it is, is told from its content.")
record AttachmentRequest(
    @NotNull
        @Pattern(regexp = "[^/\\\\\\x00-\\x1f\\x7f]{1,200}")
        @Size(min = 1, max = 200)
        @Schema(description = "What it is called, without folders.", examples = "ticket.pdf")
        String fileName,
    @NotNull
        @Size(min = 4, max = 4_000_000)
        @Schema(description = "The file in Base64 (RFC 4648): up to 3,000,000 bytes.")
        String content) {}
