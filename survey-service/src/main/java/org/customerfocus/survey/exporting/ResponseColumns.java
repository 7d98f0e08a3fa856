package org.customerfocus.survey.exporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.customerfocus.conventions.wire.WireEnum;
import org.customerfocus.survey.questionnaire.Allocation;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Option;
import org.customerfocus.survey.questionnaire.Questionnaire;
import org.customerfocus.survey.response.ResponseView;
import org.customerfocus.survey.response.Spam;
import org.jspecify.annotations.Nullable;

/// The columns of a table of responses: what is known of the response, `attributes.<key>`, and for
/// each question
///
/// - `<link id>`: the step, number, day, text, or true or false; the codes of chosen options in
///   their order, with a bar between them,
/// - `<link id>.<option>` for each option of a constant sum instead: its amount,
/// - `<link id>.text` where an option takes own words,
/// - `<link id>.nonAnswer`: why there is no answer.
final class ResponseColumns {

  private static final List<String> HEAD =
      List.of(
          "id",
          "status",
          "respondedAt",
          "recordedAt",
          "weight",
          "customerId",
          "partyId",
          "externalRef.scheme",
          "externalRef.value",
          "importId",
          "channel",
          "campaignId",
          "invitationId",
          "linkId",
          "spamScore",
          "spamReasons");

  private final Questionnaire questionnaire;

  ResponseColumns(Questionnaire questionnaire) {
    this.questionnaire = questionnaire;
  }

  String[] header() {
    List<String> names = new ArrayList<>(HEAD);
    questionnaire.attributes().forEach(each -> names.add("attributes." + each.key()));
    for (Item question : questionnaire.questions()) {
      String id = question.linkId();
      if (question.type() == ItemType.CONSTANT_SUM) {
        question.optionList().forEach(option -> names.add(id + "." + option.code()));
      } else {
        names.add(id);
      }
      if (takesText(question)) {
        names.add(id + ".text");
      }
      names.add(id + ".nonAnswer");
    }
    return names.toArray(String[]::new);
  }

  @Nullable Object[] cells(ResponseView response) {
    List<@Nullable Object> cells = new ArrayList<>();
    head(response, cells);
    for (Attribute attribute : questionnaire.attributes()) {
      AttributeValue value = response.attributes().get(attribute.key());
      cells.add(value == null ? null : value(value));
    }
    Map<String, Answer> answers = new HashMap<>();
    response.answers().forEach(answer -> answers.put(answer.linkId(), answer));
    for (Item question : questionnaire.questions()) {
      answer(question, answers.get(question.linkId()), cells);
    }
    return cells.toArray();
  }

  private static void head(ResponseView response, List<@Nullable Object> cells) {
    cells.add(response.id().toString());
    cells.add(response.status().wire());
    cells.add(response.respondedAt().toString());
    cells.add(response.recordedAt().toString());
    cells.add(response.weight());
    cells.add(text(response.customerId()));
    cells.add(text(response.partyId()));
    cells.add(response.externalRef() == null ? null : response.externalRef().scheme());
    cells.add(response.externalRef() == null ? null : response.externalRef().value());
    cells.add(text(response.importId()));
    cells.add(response.channel());
    cells.add(text(response.campaignId()));
    cells.add(text(response.invitationId()));
    cells.add(text(response.linkId()));
    cells.add(response.spamScore());
    List<Spam.Reason> reasons = response.spamReasons();
    cells.add(
        reasons == null
            ? null
            : reasons.stream().map(WireEnum::wire).collect(Collectors.joining("|")));
  }

  private static void answer(Item question, @Nullable Answer answer, List<@Nullable Object> cells) {
    if (question.type() == ItemType.CONSTANT_SUM) {
      Map<String, BigDecimal> amounts = new HashMap<>();
      if (answer != null && answer.allocation() != null) {
        for (Allocation share : answer.allocation()) {
          amounts.put(share.optionCode(), share.amount());
        }
      }
      question.optionList().forEach(option -> cells.add(amounts.get(option.code())));
    } else {
      cells.add(answer == null ? null : value(answer));
    }
    if (takesText(question)) {
      cells.add(answer == null ? null : answer.otherText());
    }
    cells.add(answer == null ? null : answer.nonAnswer());
  }

  private static @Nullable Object value(Answer answer) {
    if (answer.optionCodes() != null) {
      return String.join("|", answer.optionCodes());
    }
    if (answer.value() != null) {
      return BigDecimal.valueOf(answer.value());
    }
    if (answer.number() != null) {
      return answer.number();
    }
    if (answer.text() != null) {
      return answer.text();
    }
    return answer.date() == null ? text(answer.accepted()) : answer.date().toString();
  }

  private static @Nullable Object value(AttributeValue value) {
    if (value.number() != null) {
      return value.number();
    }
    return text(
        Objects.requireNonNullElseGet(
            value.code(),
            () ->
                value.text() != null
                    ? value.text()
                    : value.truth() != null ? value.truth() : value.date()));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static boolean takesText(Item question) {
    return question.optionList().stream().anyMatch(Option::takesText);
  }
}
