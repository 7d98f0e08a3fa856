package org.customerfocus.survey.complaint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A comment as it is made.
@Schema(description = "A note on a case, or a message to the complainant.")
record CaseCommentRequest(
    @NotBlank @Size(max = 5000) String text,
    @Schema(description = "Whether it stands on the complainant's page; false by default.")
        @Nullable Boolean shared) {

  boolean isShared() {
    return Boolean.TRUE.equals(shared);
  }
}
