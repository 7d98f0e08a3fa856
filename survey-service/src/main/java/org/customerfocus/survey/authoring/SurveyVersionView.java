package org.customerfocus.survey.authoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.Question;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A published version as it is answered.
@Schema(description = "A published survey version. It never changes.")
record SurveyVersionView(
    @Schema(description = "What responses and imports name as surveyVersionId.") UUID id,
    UUID surveyId,
    @Schema(description = "1 for the first version of a survey.") Integer number,
    Instant publishedAt,
    String name,
    @Nullable String description,
    List<Question> questions,
    List<Attribute> attributes) {

  static SurveyVersionView of(SurveyVersion version) {
    return new SurveyVersionView(
        version.id(),
        version.surveyId(),
        version.number(),
        version.publishedAt(),
        version.name(),
        version.description(),
        version.definition().questions(),
        version.definition().attributes());
  }
}
