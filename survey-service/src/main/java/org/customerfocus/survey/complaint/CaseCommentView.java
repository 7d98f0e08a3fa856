package org.customerfocus.survey.complaint;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A comment as it is answered.
@Schema(description = "A note on a case, or a message to the complainant.")
record CaseCommentView(
    UUID id,
    UUID caseId,
    @Schema(description = "Whose credential made it.") String author,
    String text,
    Boolean shared,
    Instant createdAt) {}
