package org.customerfocus.survey.template;

import java.util.List;
import java.util.Map;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Translation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A template as it lies on the class path, and as it is answered. Beside what a survey says it has
/// what an author chooses by.
@Schema(description = "A ready questionnaire, to make surveys from.")
public record SurveyTemplateView(
    @Schema(description = "What surveys and campaigns name as templateId.", examples = "nps")
        String id,
    String name,
    @Schema(description = "What it finds out, and when to use it.") String purpose,
    @Schema(description = "Where its method comes from, and how it is counted.") String source,
    @Schema(description = "What respondents see as its name.") String title,
    @Schema(description = "The BCP 47 tag of the language of its texts.") String language,
    @Schema(description = "What is said before the first question.") @Nullable String introduction,
    @Schema(description = "What is said behind the last question.") @Nullable String completion,
    List<Item> items,
    @Schema(description = "What it asks to know of each respondent.")
        @Nullable List<Attribute> attributes,
    @Schema(description = "The texts in other languages, by BCP 47 tag.")
        @Nullable Map<String, Translation> translations) {

  /// What a survey made from it asks and shows.
  public Definition definition() {
    return new Definition(
        items,
        attributes == null ? List.of() : attributes,
        title,
        language,
        introduction,
        completion,
        translations,
        null,
        null);
  }
}
