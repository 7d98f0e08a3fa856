package org.customerfocus.survey.theme;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A theme as it is answered.
@Schema(description = "What many speak of.")
record ThemeView(
    UUID id,
    UUID analysisId,
    String name,
    @Schema(description = "ISO 639-1; und for any other language.") String language,
    @Schema(description = "The words and phrases that speak of it, the leading one first.")
        List<String> terms,
    @Schema(description = "Whether a person has given the name, which stays then.") boolean renamed,
    boolean pinned,
    @Nullable UUID mergedIntoThemeId,
    @Schema(description = "How many people speak of it, merged themes included.") Figure mentions,
    @Schema(description = "Their share of those whose texts were looked at.") Figure share,
    @Schema(
            description =
                "The mean score of those who speak of it less that of the others; negative where it"
                    + " weighs on the score.")
        Figure scoreEffect,
    @Schema(description = "Texts that show what it is about; none below the threshold.")
        List<Example> examples,
    Instant createdAt,
    Instant updatedAt) {

  /// What somebody said.
  @Schema(name = "ThemeExample", description = "What somebody said, shortened where it is long.")
  record Example(String text, @Nullable UUID responseId, @Nullable UUID feedbackId) {}
}
