package org.customerfocus.survey.authoring;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.fhir.FhirSurvey;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Theme;
import org.customerfocus.survey.questionnaire.Translation;
import org.customerfocus.survey.template.SurveyTemplateView;
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
    @Size(min = 1, max = 200)
        @Schema(description = "What respondents see as its name; the name unless said otherwise.")
        @Nullable String title,
    @Size(min = 2, max = 35)
        @Schema(
            description =
                "The BCP 47 tag of the language that the texts are written in; en unless said"
                    + " otherwise. It stands in for what is not translated.",
            examples = "en")
        @Nullable String language,
    @Size(min = 1, max = 5000) @Schema(description = "What is said before the first question.")
        @Nullable String introduction,
    @Size(min = 1, max = 5000) @Schema(description = "What is said behind the last question.")
        @Nullable String completion,
    @Schema(
            description =
                "Whether nothing may be kept that tells who answered: responses carry random ids"
                    + " and the day only.")
        @Nullable Boolean anonymous,
    @Size(min = 1, max = 500)
        @Schema(
            description =
                "Questions and what holds them, in the order of reading. Needed, unless templateId"
                    + " names a template that has them.")
        @Nullable List<@NotNull @Valid Item> items,
    @Size(max = 100) @Schema(description = "What is known of each respondent.")
        @Nullable List<@NotNull @Valid Attribute> attributes,
    @Size(max = 100) @Schema(description = "The texts in other languages, by BCP 47 tag.")
        @Nullable Map<@Size(min = 2, max = 35) String, @NotNull @Valid Translation> translations,
    @Valid @Nullable Theme theme,
    @Size(min = 1, max = 64)
        @Schema(
            description =
                "The template that it is made from: it gives the items and whatever else is left"
                    + " out. The survey is then your own, and no longer tied to the template.",
            examples = "nps")
        @Nullable String templateId) {

  static final int DEFAULT_THRESHOLD = 5;

  /// A survey that is just what a template says.
  static SurveyRequest fromTemplate(String name, String templateId) {
    return new SurveyRequest(
        name, null, null, null, null, null, null, null, null, null, null, null, null, templateId);
  }

  /// The same with what the template says where this says nothing.
  ///
  /// @throws ProblemException 422 where both say what the questions are
  SurveyRequest over(SurveyTemplateView template) {
    if (items != null) {
      throw ProblemException.invalid(
          "/items", "They come from the template: leave them out, or leave out templateId.");
    }
    if (language != null && !language.equals(template.language())) {
      throw ProblemException.invalid(
          "/language",
          "The texts of the template are written in %s; other languages are translations."
              .formatted(template.language()));
    }
    Map<String, Translation> texts = new LinkedHashMap<>(template.definition().translationMap());
    texts.putAll(translations == null ? Map.of() : translations);
    return new SurveyRequest(
        name,
        description == null ? template.purpose() : description,
        status,
        anonymityThreshold,
        title == null ? template.title() : title,
        template.language(),
        introduction == null ? template.introduction() : introduction,
        completion == null ? template.completion() : completion,
        anonymous,
        template.items(),
        attributes == null ? template.attributes() : attributes,
        texts.isEmpty() ? null : texts,
        theme,
        null);
  }

  /// The request that would make the survey of a FHIR Questionnaire.
  static SurveyRequest of(FhirSurvey survey) {
    Definition definition = survey.definition();
    return new SurveyRequest(
        survey.name(),
        survey.description(),
        null,
        survey.anonymityThreshold(),
        definition.title(),
        definition.language(),
        definition.introduction(),
        definition.completion(),
        definition.anonymous(),
        definition.items(),
        definition.attributes().isEmpty() ? null : definition.attributes(),
        definition.translations(),
        definition.theme(),
        null);
  }

  /// @throws ProblemException 422 where it has no items
  Definition definition() {
    if (items == null) {
      throw ProblemException.invalid(
          "/items", "A survey has items: give them, or the templateId of a template.");
    }
    return new Definition(
        items,
        attributes == null ? List.of() : attributes,
        title,
        language,
        introduction,
        completion,
        translations,
        theme,
        anonymous);
  }

  int threshold() {
    return anonymityThreshold == null ? DEFAULT_THRESHOLD : anonymityThreshold;
  }
}
