package org.customerfocus.survey.results;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.counting.Folds;
import org.customerfocus.survey.counting.Part;
import org.customerfocus.survey.counting.Split;
import org.customerfocus.survey.counting.SplitKind;
import org.customerfocus.survey.questionnaire.AnswerMember;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.AttributeType;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Option;
import org.jspecify.annotations.Nullable;

/// What results are split by: a question, an attribute of the respondents, or what is known of the
/// response itself.
///
/// @param id the linkId of the question or the key of the attribute
/// @param kind where the part of a response is found
/// @param overlapping whether one respondent can be in several parts
/// @param options those that it offers, in their order, whether anybody has them or not
/// @param nonAnswers the labels of a question's own non-answers
record Splitter(
    String id,
    SplitKind kind,
    boolean overlapping,
    boolean numeric,
    String label,
    List<Option> options,
    List<Option> nonAnswers) {

  static final String BY_VERSION = "response.version";
  static final String BY_CAMPAIGN = "response.campaign";
  static final String BY_CHANNEL = "response.channel";
  static final String BY_TOUCHPOINT = "response.touchpoint";
  static final String BY_OFFERING = "response.offering";

  /// The zone in which counts by day are kept.
  static final String UTC = "UTC";

  private static final Map<String, String> OF_RESPONSES =
      new TreeMap<>(
          Map.of(
              BY_VERSION, "Version",
              BY_CAMPAIGN, "Campaign",
              BY_CHANNEL, "Channel",
              BY_TOUCHPOINT, "Touchpoint",
              BY_OFFERING, "Offering"));

  private static final Set<String> SEVERAL = Set.of("role", "segment");

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
            frozen(attribute) ? SplitKind.FROZEN : SplitKind.ATTRIBUTE,
            frozen(attribute),
            attribute.type() == AttributeType.NUMBER,
            attribute.label(),
            attribute.optionList(),
            List.of());
      }
    }
    throw ProblemException.parameter(
        "splitBy",
        "must be the linkId of a question or the key of an attribute of this survey, or one of "
            + String.join(", ", OF_RESPONSES.keySet()));
  }

  /// What is known of the response itself, or null when the id names no such thing. Questions and
  /// attributes of that name come first.
  ///
  /// @param campaigns those that asked for the survey
  static @Nullable Splitter ofResponses(
      String id, List<PublishedVersion> versions, Supplier<List<Option>> campaigns) {
    String label = OF_RESPONSES.get(id);
    if (label == null
        || versions.stream()
            .map(PublishedVersion::questionnaire)
            .anyMatch(each -> each.question(id) != null || each.attribute(id) != null)) {
      return null;
    }
    List<Option> options =
        switch (id) {
          case BY_VERSION ->
              versions.stream()
                  .map(each -> Option.of(each.id().toString(), "Version " + each.number()))
                  .toList();
          case BY_CAMPAIGN -> campaigns.get();
          default -> List.of();
        };
    return new Splitter(id, SplitKind.RESPONSE, false, false, label, options, List.of());
  }

  /// Days in a time zone; the periods of a trend are made of them.
  static Splitter ofDays(String zone) {
    return new Splitter(zone, SplitKind.DAY, false, false, "Day", List.of(), List.of());
  }

  /// Roles and segments of who was invited are kept as several values in one text.
  static boolean frozen(Attribute attribute) {
    return attribute.type() == AttributeType.TEXT && SEVERAL.contains(attribute.key());
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
        SplitKind.QUESTION,
        question.type() == ItemType.MULTIPLE_CHOICE,
        question.type().isScale() || question.type().member() == AnswerMember.NUMBER,
        question.text(),
        question.optionList(),
        Optional.ofNullable(question.nonAnswers()).orElse(List.of()));
  }

  /// The split, as answers are counted by it.
  Split split(List<PublishedVersion> versions) {
    return switch (kind) {
      case ATTRIBUTE -> Folds.byAttribute(id, versions);
      case QUESTION -> Folds.byQuestion(id, versions);
      case RESPONSE ->
          byVersion() ? new Split(id, kind, Set.of()) : Folds.ofResponses(id, kind, versions);
      case DAY ->
          id.equals(UTC) ? Folds.ofResponses(id, kind, versions) : new Split(id, kind, Set.of());
      case ATTRIBUTES, FROZEN -> new Split(id, kind, Set.of());
    };
  }

  /// Whether its parts are the versions of the survey.
  boolean byVersion() {
    return kind == SplitKind.RESPONSE && id.equals(BY_VERSION);
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
