package org.customerfocus.survey.template;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.questionnaire.ItemType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A template in the catalogue: enough to choose by.
@Schema(description = "A template in brief.")
record SurveyTemplateEntry(
    @Schema(description = "What surveys and campaigns name as templateId.", examples = "nps")
        String id,
    String name,
    @Schema(description = "What it finds out, and when to use it.") String purpose,
    @Schema(description = "Where its method comes from, and how it is counted.") String source,
    @Schema(description = "The languages of its texts, its own first.") List<String> languages,
    @Schema(description = "How many questions it asks at most.") Integer questions) {

  static SurveyTemplateEntry of(SurveyTemplateView template) {
    Definition definition = template.definition();
    List<String> languages = new ArrayList<>(List.of(template.language()));
    languages.addAll(new TreeSet<>(definition.translationMap().keySet()));
    long questions =
        definition.questionnaire().questions().stream()
            .filter(question -> question.type() != ItemType.COMPUTED)
            .count();
    return new SurveyTemplateEntry(
        template.id(),
        template.name(),
        template.purpose(),
        template.source(),
        languages,
        Math.toIntExact(questions));
  }
}
