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

/// A survey as it is answered.
@Schema(description = "A survey: what its next version will be.")
record SurveyView(
    UUID id,
    String name,
    @Nullable String description,
    SurveyStatus status,
    @Schema(description = "What the status may become.") List<SurveyStatus> allowedStatuses,
    Integer anonymityThreshold,
    @Schema(description = "How many versions have been published.") Integer latestVersion,
    @Nullable String title,
    String language,
    @Nullable String introduction,
    @Nullable String completion,
    Boolean anonymous,
    List<Item> items,
    List<Attribute> attributes,
    @Nullable Map<String, Translation> translations,
    @Nullable Theme theme,
    Instant createdAt,
    Instant updatedAt) {

  static SurveyView of(Survey survey) {
    return new SurveyView(
        survey.id(),
        survey.name(),
        survey.description(),
        survey.status(),
        survey.status().allowed(),
        survey.anonymityThreshold(),
        survey.latestVersion(),
        survey.definition().title(),
        survey.definition().fallbackLanguage(),
        survey.definition().introduction(),
        survey.definition().completion(),
        survey.definition().isAnonymous(),
        survey.definition().items(),
        survey.definition().attributes(),
        survey.definition().translations(),
        survey.definition().theme(),
        survey.createdAt(),
        survey.updatedAt());
  }
}
