package org.customerfocus.survey.authoring;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.questionnaire.Question;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A survey as its author describes it.
@Schema(description = "A questionnaire and what is known of those who answer it.")
record SurveyRequest(
    @NotBlank @Size(max = 200) @Schema(description = "What the survey is called.") String name,
    @Size(max = 5000) @Schema(description = "What it is for.") @Nullable String description,
    @Schema(
            description =
                "Where it is in its life. Left out when it is made: it starts as a draft, and"
                    + " publishing a version makes it published.")
        @Nullable SurveyStatus status,
    @Min(0)
        @Max(1000)
        @Schema(
            description =
                "Results about fewer respondents are withheld, together with what would let them be"
                    + " derived. 5 unless said otherwise; 0 or 1 withholds nothing.")
        @Nullable Integer anonymityThreshold,
    @NotNull
        @Size(min = 1, max = 500)
        @Schema(description = "The questions, in the order in which they are asked.")
        List<@NotNull @Valid Question> questions,
    @Size(max = 100) @Schema(description = "What is known of each respondent.")
        @Nullable List<@NotNull @Valid Attribute> attributes) {

  static final int DEFAULT_THRESHOLD = 5;

  Definition definition() {
    return new Definition(questions, attributes == null ? List.of() : attributes);
  }

  int threshold() {
    return anonymityThreshold == null ? DEFAULT_THRESHOLD : anonymityThreshold;
  }
}
