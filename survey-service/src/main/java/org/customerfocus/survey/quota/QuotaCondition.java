package org.customerfocus.survey.quota;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Questionnaire;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a response has to say to belong to a quota.
@Schema(description = "One thing that a response says: about a question or about an attribute.")
record QuotaCondition(
    @Schema(description = "The question, where it is about one.") @Nullable @Size(min = 1, max = 64)
        String linkId,
    @Schema(description = "The key of the attribute, where it is about one.")
        @Nullable
        @Size(min = 1, max = 64)
        String attribute,
    @NotNull
        @Size(min = 1, max = 100)
        @Schema(description = "One of them is an option that was chosen, or the step of the scale.")
        List<@NotNull @Size(min = 1, max = 64) String> codes) {

  boolean holds(List<Answer> answers, Map<String, AttributeValue> attributes) {
    if (attribute != null) {
      AttributeValue value = attributes.get(attribute);
      return value != null && value.code() != null && codes.contains(value.code());
    }
    return answers.stream().anyMatch(answer -> answer.linkId().equals(linkId) && says(answer));
  }

  private boolean says(Answer answer) {
    return answer.value() != null
        ? codes.contains(answer.value().toString())
        : answer.optionCodes() != null && answer.optionCodes().stream().anyMatch(codes::contains);
  }

  /// Whether a response to this version can say it: it has the question or the attribute, with one
  /// of the codes.
  boolean canHold(Questionnaire questionnaire) {
    if (attribute != null) {
      Attribute known = questionnaire.attribute(attribute);
      return known != null
          && known.optionList().stream().anyMatch(option -> codes.contains(option.code()));
    }
    Item question = linkId == null ? null : questionnaire.question(linkId);
    if (question == null) {
      return false;
    }
    if (question.type().isChoice()) {
      return question.optionList().stream().anyMatch(option -> codes.contains(option.code()));
    }
    return question.type().isScale()
        && IntStream.rangeClosed(question.answerScale().min(), question.answerScale().max())
            .anyMatch(step -> codes.contains(Integer.toString(step)));
  }
}
