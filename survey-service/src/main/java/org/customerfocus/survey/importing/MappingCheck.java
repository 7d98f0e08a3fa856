package org.customerfocus.survey.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customerfocus.survey.importing.ColumnMapping.AttributeColumn;
import org.customerfocus.survey.importing.ColumnMapping.CellCode;
import org.customerfocus.survey.importing.ColumnMapping.QuestionColumns;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Questionnaire;
import org.customerfocus.survey.questionnaire.Violation;
import org.jspecify.annotations.Nullable;

/// Whether a mapping fits a questionnaire, and a header fits the mapping.
final class MappingCheck {

  private MappingCheck() {}

  /// What is wrong with the mapping for this questionnaire; pointers start at the mapping.
  static List<Violation> against(Questionnaire questionnaire, ColumnMapping mapping) {
    List<Violation> violations = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < mapping.questions().size(); i++) {
      QuestionColumns columns = mapping.questions().get(i);
      String pointer = "/questions/" + i;
      Item question = questionnaire.question(columns.linkId());
      if (question == null) {
        violations.add(
            new Violation(
                pointer + "/linkId",
                "The survey version has no question \"" + columns.linkId() + "\"."));
        continue;
      }
      if (seen.putIfAbsent(columns.linkId(), i) != null) {
        violations.add(new Violation(pointer + "/linkId", "This question is mapped twice."));
      }
      if (question.type() == ItemType.COMPUTED || question.type() == ItemType.CONSTANT_SUM) {
        violations.add(
            new Violation(
                pointer + "/linkId",
                "A question of type " + question.type().wire() + " is not read from columns."));
      }
      if (columns.columns().size() > 1
          && question.type() != ItemType.MULTIPLE_CHOICE
          && question.type() != ItemType.RANKING) {
        violations.add(
            new Violation(
                pointer + "/columns",
                "Only a multiple choice or a ranking is read from several columns."));
      }
      checkCodes(violations, mapping, columns.codes(), columns.codeList(), pointer, question);
    }
    // Where answers decide what is shown, each row tells whether a question had to be answered.
    for (Item question : questionnaire.questions()) {
      if (question.mustBeAnswered()
          && !seen.containsKey(question.linkId())
          && !questionnaire.branches()) {
        violations.add(
            new Violation(
                "/questions", "The question \"" + question.linkId() + "\" is required: map it."));
      }
    }
    checkAttributes(violations, questionnaire, mapping);
    return violations;
  }

  /// What the header lacks; pointers start at the mapping.
  static List<Violation> against(List<String> header, ColumnMapping mapping) {
    List<Violation> violations = new ArrayList<>();
    if (mapping.identity() != null) {
      checkColumn(violations, header, mapping.identity().column(), "/identity/column");
    }
    if (mapping.weightColumn() != null) {
      checkColumn(violations, header, mapping.weightColumn(), "/weightColumn");
    }
    if (mapping.respondedAtColumn() != null) {
      checkColumn(violations, header, mapping.respondedAtColumn(), "/respondedAtColumn");
    }
    for (int i = 0; i < mapping.questions().size(); i++) {
      List<String> columns = mapping.questions().get(i).columns();
      for (int j = 0; j < columns.size(); j++) {
        checkColumn(violations, header, columns.get(j), "/questions/" + i + "/columns/" + j);
      }
    }
    for (int i = 0; i < mapping.attributeList().size(); i++) {
      String column = mapping.attributeList().get(i).column();
      checkColumn(violations, header, column, "/attributes/" + i + "/column");
    }
    return violations;
  }

  private static void checkAttributes(
      List<Violation> violations, Questionnaire questionnaire, ColumnMapping mapping) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < mapping.attributeList().size(); i++) {
      AttributeColumn column = mapping.attributeList().get(i);
      String pointer = "/attributes/" + i;
      Attribute attribute = questionnaire.attribute(column.key());
      if (attribute == null) {
        violations.add(
            new Violation(
                pointer + "/key", "The survey version has no attribute \"" + column.key() + "\"."));
        continue;
      }
      if (seen.putIfAbsent(column.key(), i) != null) {
        violations.add(new Violation(pointer + "/key", "This attribute is mapped twice."));
      }
      checkCodes(violations, mapping, column.codes(), column.codeList(), pointer, null);
    }
  }

  private static void checkCodes(
      List<Violation> violations,
      ColumnMapping mapping,
      @Nullable List<CellCode> codes,
      @Nullable String codeList,
      String pointer,
      @Nullable Item question) {
    if (codeList != null) {
      List<ColumnMapping.CodeList> lists = mapping.codeListList();
      int index = -1;
      for (int i = 0; i < lists.size(); i++) {
        if (lists.get(i).name().equals(codeList)) {
          index = i;
        }
      }
      if (index < 0) {
        violations.add(
            new Violation(
                pointer + "/codeList", "The mapping has no code list \"" + codeList + "\"."));
      } else {
        checkEach(violations, lists.get(index).codes(), "/codeLists/" + index + "/codes", question);
      }
    }
    if (codes != null) {
      checkEach(violations, codes, pointer + "/codes", question);
    }
  }

  private static void checkEach(
      List<Violation> violations, List<CellCode> codes, String pointer, @Nullable Item question) {
    for (int i = 0; i < codes.size(); i++) {
      CellCode code = codes.get(i);
      String nonAnswer = code.nonAnswer();
      if ((code.to() == null) == (nonAnswer == null)) {
        violations.add(
            new Violation(pointer + "/" + i, "A code has either \"to\" or \"nonAnswer\"."));
      } else if (nonAnswer != null && question != null && !question.hasNonAnswer(nonAnswer)) {
        violations.add(
            new Violation(
                pointer + "/" + i + "/nonAnswer",
                "The question \""
                    + question.linkId()
                    + "\" has no non-answer \""
                    + nonAnswer
                    + "\": declare it in the survey, or use no-answer."));
      }
    }
  }

  private static void checkColumn(
      List<Violation> violations, List<String> header, String column, String pointer) {
    long found = header.stream().filter(column.strip()::equals).count();
    if (found != 1) {
      violations.add(
          new Violation(
              pointer,
              found == 0
                  ? "The file has no column \"" + column + "\"; it has " + named(header) + "."
                  : "The file has " + found + " columns \"" + column + "\": rename all but one."));
    }
  }

  private static String named(List<String> header) {
    String all = String.join(", ", header);
    return all.length() <= 300 ? all : all.substring(0, 300) + "…";
  }
}
