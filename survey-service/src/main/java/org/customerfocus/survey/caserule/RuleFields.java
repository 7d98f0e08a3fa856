package org.customerfocus.survey.caserule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.customerfocus.conventions.rule.Millionths;
import org.customerfocus.conventions.rule.RuleMatcher;
import org.customerfocus.survey.feedback.FeedbackForm;
import org.customerfocus.survey.feedback.Heard;
import org.customerfocus.survey.feedback.Voice;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Questionnaire;
import org.customerfocus.survey.response.Completed;
import org.jspecify.annotations.Nullable;

/// What conditions can name: the types of fields, and their values.
final class RuleFields {

  private static final String ANSWER = "answer.";
  private static final String NON_ANSWER = "nonAnswer.";
  private static final String ATTRIBUTE = "attribute.";

  private RuleFields() {}

  static @Nullable Class<?> ofFeedback(String field) {
    return switch (field) {
      case "form" -> FeedbackForm.class;
      case "voice" -> Voice.class;
      case "channel", "language", "subject", "text" -> String.class;
      case "receivedAt" -> Instant.class;
      case "customerId", "partyId", "offeringId", "touchpointId", "requirementId" -> UUID.class;
      default -> field.startsWith(ATTRIBUTE) ? String.class : null;
    };
  }

  static RuleMatcher.Values of(Heard heard) {
    var said = heard.said();
    return field ->
        switch (field) {
          case "form" -> List.of(said.form());
          case "voice" -> list(said.voice());
          case "channel" -> List.of(said.channel());
          case "language" -> list(said.language());
          case "subject" -> list(said.subject());
          case "text" -> list(said.text());
          case "receivedAt" -> List.of(heard.receivedAt());
          case "customerId" -> list(said.customerId());
          case "partyId" -> list(said.partyId());
          case "offeringId" -> list(said.offeringId());
          case "touchpointId" -> list(said.touchpointId());
          case "requirementId" -> list(said.requirementId());
          default ->
              said.attributes() == null
                  ? List.of()
                  : list(said.attributes().get(field.substring(ATTRIBUTE.length())));
        };
  }

  private static List<@Nullable Object> list(@Nullable Object value) {
    return Collections.singletonList(value);
  }

  static @Nullable Class<?> ofResponse(Questionnaire questionnaire, String field) {
    if (field.startsWith(ANSWER)) {
      return answer(questionnaire.question(field.substring(ANSWER.length())));
    }
    if (field.startsWith(NON_ANSWER)) {
      return questionnaire.question(field.substring(NON_ANSWER.length())) == null
          ? null
          : String.class;
    }
    if (field.startsWith(ATTRIBUTE)) {
      return attribute(questionnaire.attribute(field.substring(ATTRIBUTE.length())));
    }
    return switch (field) {
      case "channel" -> String.class;
      case "customerId", "partyId" -> UUID.class;
      default -> null;
    };
  }

  private static @Nullable Class<?> answer(@Nullable Item question) {
    return question == null
        ? null
        : switch (question.type().member()) {
          case VALUE -> Integer.class;
          case NUMBER -> BigDecimal.class;
          case OPTION_CODES, TEXT -> String.class;
          case DATE -> LocalDate.class;
          case ACCEPTED -> Boolean.class;
          case ALLOCATION, NON_ANSWER -> null;
        };
  }

  private static @Nullable Class<?> attribute(@Nullable Attribute attribute) {
    return attribute == null
        ? null
        : switch (attribute.type()) {
          case CHOICE, TEXT -> String.class;
          case NUMBER -> BigDecimal.class;
          case BOOLEAN -> Boolean.class;
          case DATE -> LocalDate.class;
        };
  }

  static RuleMatcher.Values of(Completed response) {
    return field -> {
      if (field.startsWith(ANSWER)) {
        return answers(response.answers(), field.substring(ANSWER.length()));
      }
      if (field.startsWith(NON_ANSWER)) {
        String linkId = field.substring(NON_ANSWER.length());
        return response.answers().stream()
            .filter(each -> each.linkId().equals(linkId) && each.nonAnswer() != null)
            .map(Answer::nonAnswer)
            .toList();
      }
      if (field.startsWith(ATTRIBUTE)) {
        return values(response.attributes(), field.substring(ATTRIBUTE.length()));
      }
      return switch (field) {
        case "channel" -> list(response.channel());
        case "customerId" -> list(response.customerId());
        default -> list(response.partyId());
      };
    };
  }

  private static List<Object> answers(List<Answer> answers, String linkId) {
    List<Object> values = new ArrayList<>();
    for (Answer each : answers) {
      if (each.linkId().equals(linkId)) {
        Stream.of(each.value(), each.text(), each.date(), each.accepted(), number(each.number()))
            .filter(Objects::nonNull)
            .forEach(values::add);
        if (each.optionCodes() != null) {
          values.addAll(each.optionCodes());
        }
      }
    }
    return values;
  }

  private static List<Object> values(Map<String, AttributeValue> attributes, String key) {
    AttributeValue value = attributes.get(key);
    List<Object> values = new ArrayList<>();
    if (value != null) {
      Stream.of(value.code(), value.text(), value.truth(), value.date(), number(value.number()))
          .filter(Objects::nonNull)
          .forEach(values::add);
    }
    return values;
  }

  /// As conditions keep numbers; one with more places is compared without them.
  private static @Nullable Long number(@Nullable BigDecimal number) {
    if (number == null) {
      return null;
    }
    try {
      return Millionths.of(number.setScale(6, RoundingMode.HALF_EVEN));
    } catch (ArithmeticException e) {
      return number.signum() * Long.MAX_VALUE;
    }
  }
}
