package org.customerfocus.survey.authoring;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Theme;
import org.customerfocus.survey.questionnaire.Translation;
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
    @Nullable String title,
    String language,
    @Nullable String introduction,
    @Nullable String completion,
    Boolean anonymous,
    List<Item> items,
    List<Attribute> attributes,
    @Nullable Map<String, Translation> translations,
    @Nullable Theme theme) {

  static SurveyVersionView of(SurveyVersion version) {
    return new SurveyVersionView(
        version.id(),
        version.surveyId(),
        version.number(),
        version.publishedAt(),
        version.name(),
        version.description(),
        version.definition().title(),
        version.definition().fallbackLanguage(),
        version.definition().introduction(),
        version.definition().completion(),
        version.definition().isAnonymous(),
        version.definition().items(),
        version.definition().attributes(),
        version.definition().translations(),
        version.definition().theme());
  }
}
