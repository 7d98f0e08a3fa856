package org.customerfocus.survey.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.AnswerMember;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Logic;
import org.jspecify.annotations.Nullable;

/// FHIR's conditions and their form in CEL. Both say the same: without an answer `=` and `<` do not
/// hold, and `!=` does (FHIR value set questionnaire-enable-operator).
///
/// | FHIR | CEL |
/// | --- | --- |
/// | a number `>=` 9 | `answers.x >= 9` |
/// | a choice `=` a | `"a" in answers.x` |
/// | a choice `!=` a | `!("a" in answers.x)` |
/// | exists | `answers.x != null`, `answers.x.size() > 0` |
/// | a day `<` 2026-01-01 | `answers.x < timestamp("2026-01-01T00:00:00Z")` |
final class EnableWhen {

  private static final String MIDNIGHT = "T00:00:00Z";
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern CHOSEN = Pattern.compile("\"([^\"\\\\]*)\" in (answers\\.\\w+)");
  private static final Pattern COMPARED =
      Pattern.compile("(answers\\.\\w+) (==|!=|>=|<=|>|<) (.+)");
  private static final Pattern SIZED = Pattern.compile("(answers\\.\\w+)\\.size\\(\\) (>|==) 0");

  private static final Set<String> ORDERS = Set.of(">", "<", ">=", "<=");
  private static final Set<AnswerMember> ORDERED =
      EnumSet.of(AnswerMember.VALUE, AnswerMember.NUMBER, AnswerMember.DATE);

  private EnableWhen() {}

  /// One condition in CEL, or null where a question of this type has no such condition.
  ///
  /// @param answer the member `answer…`; a coding is already the code of an option
  static @Nullable String cel(String linkId, ItemType type, String operator, JsonNode answer) {
    if (!type.isQuestion()) {
      return null;
    }
    String variable = Logic.variable(linkId);
    boolean several = type.hasOptions();
    if (operator.equals("exists")) {
      if (!answer.isBoolean()) {
        return null;
      }
      String there = several ? variable + ".size() > 0" : variable + " != null";
      String absent = several ? variable + ".size() == 0" : variable + " == null";
      return answer.asBoolean() ? there : absent;
    }
    boolean equality = operator.equals("=") || operator.equals("!=");
    if (type.isChoice()) {
      String chosen = "\"" + answer.asText() + "\" in " + variable;
      if (!equality || !answer.isTextual()) {
        return null;
      }
      return operator.equals("=") ? chosen : "!(" + chosen + ")";
    }
    String literal = literal(type, answer);
    boolean ordered = ORDERED.contains(type.member()) && ORDERS.contains(operator);
    if (literal == null || !(equality || ordered)) {
      return null;
    }
    return variable + " " + (operator.equals("=") ? "==" : operator) + " " + literal;
  }

  private static @Nullable String literal(ItemType type, JsonNode answer) {
    return switch (type.member()) {
      case VALUE -> answer.isIntegralNumber() ? answer.asText() : null;
      case NUMBER -> {
        // One like 1e300000000 is short to write and fills the memory when it is spelled out.
        if (!answer.isNumber() || !Answer.storable(answer.decimalValue())) {
          yield null;
        }
        BigDecimal number = answer.decimalValue();
        String plain = number.toPlainString();
        yield number.scale() <= 0 ? plain + ".0" : plain;
      }
      case TEXT -> answer.isTextual() ? quoted(answer.asText()) : null;
      case DATE ->
          DAY.matcher(answer.asText()).matches()
              ? "timestamp(\"" + answer.asText() + MIDNIGHT + "\")"
              : null;
      case ACCEPTED -> answer.isBoolean() ? answer.asText() : null;
      case OPTION_CODES, ALLOCATION, NON_ANSWER -> null;
    };
  }

  private static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
        + "\"";
  }

  /// Writes a show-if as `enableWhen` where that says exactly the same.
  ///
  /// @param questions the questions by the names of their variables
  /// @return whether it could be written so
  static boolean write(ObjectNode element, String showIf, Map<String, Item> questions) {
    boolean any = showIf.contains(" || ");
    String joint = any ? " || " : " && ";
    List<ObjectNode> conditions = new ArrayList<>();
    for (String term : Arrays.asList(showIf.split(Pattern.quote(joint), -1))) {
      ObjectNode condition = condition(term, questions);
      if (condition == null) {
        return false;
      }
      conditions.add(condition);
    }
    element.set("enableWhen", Fhir.array(List.copyOf(conditions)));
    if (conditions.size() > 1) {
      element.put("enableBehavior", any ? "any" : "all");
    }
    return true;
  }

  private static @Nullable ObjectNode condition(String term, Map<String, Item> questions) {
    Matcher sized = SIZED.matcher(term);
    if (sized.matches()) {
      Item item = questions.get(sized.group(1));
      boolean exists = sized.group(2).equals(">");
      return exact(term, item, "exists", "answerBoolean", Fhir.NODES.booleanNode(exists));
    }
    boolean not = term.startsWith("!(") && term.endsWith(")");
    Matcher chosen = CHOSEN.matcher(not ? term.substring(2, term.length() - 1) : term);
    if (chosen.matches()) {
      Item item = questions.get(chosen.group(2));
      JsonNode code = Fhir.NODES.textNode(chosen.group(1));
      return exact(term, item, not ? "!=" : "=", "answerCoding", code);
    }
    Matcher compared = COMPARED.matcher(term);
    if (!compared.matches()) {
      return null;
    }
    Item item = questions.get(compared.group(1));
    String operator = compared.group(2);
    String literal = compared.group(3);
    if (literal.equals("null")) {
      JsonNode exists = Fhir.NODES.booleanNode(operator.equals("!="));
      return exact(term, item, "exists", "answerBoolean", exists);
    }
    return item == null
        ? null
        : compared(term, item, operator.equals("==") ? "=" : operator, literal);
  }

  private static @Nullable ObjectNode compared(
      String term, Item item, String operator, String literal) {
    try {
      return switch (item.type().member()) {
        case VALUE ->
            exact(
                term,
                item,
                operator,
                "answerInteger",
                Fhir.NODES.numberNode(Integer.parseInt(literal)));
        case NUMBER -> number(term, item, operator, new BigDecimal(literal));
        case TEXT -> {
          String text = literal.substring(1, Math.max(1, literal.length() - 1));
          yield exact(term, item, operator, "answerString", Fhir.NODES.textNode(text));
        }
        case DATE -> {
          String day = literal.replaceAll("timestamp\\(\"(.*)" + MIDNIGHT + "\"\\)", "$1");
          yield exact(term, item, operator, "answerDate", Fhir.NODES.textNode(day));
        }
        case ACCEPTED ->
            exact(
                term,
                item,
                operator,
                "answerBoolean",
                Fhir.NODES.booleanNode(literal.equals("true")));
        case OPTION_CODES, ALLOCATION, NON_ANSWER -> null;
      };
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable ObjectNode number(
      String term, Item item, String operator, BigDecimal literal) {
    Integer whole = Fhir.whole(literal);
    // One digit behind the point is how a whole number is written.
    BigDecimal written = (whole != null && literal.scale() == 1) ? new BigDecimal(whole) : literal;
    return (whole != null && ItemTypes.ofFhir(item).equals("integer"))
        ? exact(term, item, operator, "answerInteger", Fhir.NODES.numberNode(whole.intValue()))
        : exact(term, item, operator, "answerDecimal", Fhir.NODES.numberNode(written));
  }

  /// The condition, if reading it would give the very same term.
  private static @Nullable ObjectNode exact(
      String term, @Nullable Item item, String operator, String member, JsonNode answer) {
    if (item == null || !term.equals(cel(item.linkId(), item.type(), operator, answer))) {
      return null;
    }
    ObjectNode condition = Fhir.NODES.objectNode();
    condition.put("question", item.linkId()).put("operator", operator);
    if (member.equals("answerCoding")) {
      condition.putObject(member).put("code", answer.asText());
    } else {
      condition.set(member, answer);
    }
    return condition;
  }
}
