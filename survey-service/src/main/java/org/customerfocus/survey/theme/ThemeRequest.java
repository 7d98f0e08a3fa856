package org.customerfocus.survey.theme;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A theme as a person describes it.
@Schema(description = "A theme: what it is called, and the words and phrases that speak of it.")
record ThemeRequest(
    @NotNull UUID analysisId,
    @NotBlank @Size(max = 200) @Schema(description = "One that is given stays.") String name,
    @NotNull
        @Size(min = 1, max = 50)
        @Schema(description = "A text that holds any of them speaks of the theme.")
        List<@NotBlank @Size(max = 100) String> terms,
    @Size(min = 2, max = 35)
        @Schema(description = "The language of the terms; that of the analysis without.")
        @Nullable String language,
    @Schema(description = "Whether it stays, whatever is computed; true without.")
        @Nullable Boolean pinned,
    @Schema(description = "The theme that it is a part of, and counted with.")
        @Nullable UUID mergedIntoThemeId) {}
