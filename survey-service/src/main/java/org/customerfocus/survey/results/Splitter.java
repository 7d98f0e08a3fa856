package org.customerfocus.survey.results;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.counting.Folds;
import org.customerfocus.survey.counting.Part;
import org.customerfocus.survey.counting.Split;
import org.customerfocus.survey.questionnaire.AnswerMember;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.AttributeType;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Option;
import org.jspecify.annotations.Nullable;

/// What results are split by: a question, or an attribute of the respondents.
///
/// @param id the linkId of the question or the key of the attribute
/// @param ofQuestion whether it is a question
/// @param overlapping whether one respondent can be in several parts
/// @param options those that it offers, in their order, whether anybody has them or not
/// @param nonAnswers the labels of a question's own non-answers
record Splitter(
    String id,
    boolean ofQuestion,
    boolean overlapping,
    boolean numeric,
    String label,
    List<Option> options,
    List<Option> nonAnswers) {

  /// Finds what the id names in the latest version that has it.
  ///
  /// @throws ProblemException 400 when it names nothing, or verbatim texts
  static Splitter of(String id, List<PublishedVersion> versions) {
    for (PublishedVersion version : versions.reversed()) {
      Item question = version.questionnaire().question(id);
      if (question != null) {
        return of(question);
      }
      Attribute attribute = version.questionnaire().attribute(id);
      if (attribute != null) {
        return new Splitter(
            id,
            false,
            false,
            attribute.type() == AttributeType.NUMBER,
            attribute.label(),
            attribute.optionList(),
            List.of());
      }
    }
    throw ProblemException.parameter(
        "splitBy", "must be the linkId of a question or the key of an attribute of this survey");
  }

  private static Splitter of(Item question) {
    if (question.type().isText()) {
      throw ProblemException.parameter(
          "splitBy", "names a question that is answered in free text, which makes no groups");
    }
    if (question.type() == ItemType.RANKING || question.type() == ItemType.CONSTANT_SUM) {
      throw ProblemException.parameter(
          "splitBy", "names a question that everybody answers with all options");
    }
    return new Splitter(
        question.linkId(),
        true,
        question.type() == ItemType.MULTIPLE_CHOICE,
        question.type().isScale() || question.type().member() == AnswerMember.NUMBER,
        question.text(),
        question.optionList(),
        Optional.ofNullable(question.nonAnswers()).orElse(List.of()));
  }

  /// The split, as answers are counted by it.
  Split split(List<PublishedVersion> versions) {
    return ofQuestion ? new Split(id, true, Set.of()) : Folds.byAttribute(id, versions);
  }

  /// What people call the part.
  @Nullable String labelOf(Part part) {
    String code = part.nonAnswer() == null ? part.value() : part.nonAnswer();
    return (part.nonAnswer() == null ? options : nonAnswers)
        .stream()
            .filter(option -> option.code().equals(code))
            .map(Option::label)
            .findFirst()
            .orElse(null);
  }

  /// Where the part stands: options in their order, other values after them, non-answers last.
  int rank(Part part) {
    if (part.nonAnswer() != null) {
      return Integer.MAX_VALUE;
    }
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).code().equals(part.value())) {
        return i;
      }
    }
    return options.size();
  }
}
