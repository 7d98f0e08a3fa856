package org.customerfocus.survey.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customerfocus.survey.importing.ColumnMapping.CellCode;
import org.customerfocus.survey.questionnaire.Item;
import org.jspecify.annotations.Nullable;

/// What the cells of one column stand for.
final class Cells {

  /// Either text to be read as an answer, or the code of a non-answer.
  sealed interface Meaning {
    record Given(String text) implements Meaning {}

    record Missing(String nonAnswer) implements Meaning {}
  }

  private final Map<String, Meaning> codes = new HashMap<>();

  /// Later lists win over earlier ones.
  Cells(@Nullable List<String> noAnswerCells, List<@Nullable List<CellCode>> lists) {
    Meaning noAnswer = new Meaning.Missing(Item.NO_ANSWER);
    codes.put("", noAnswer);
    if (noAnswerCells != null) {
      noAnswerCells.forEach(cell -> codes.put(cell.strip(), noAnswer));
    }
    for (List<CellCode> list : lists) {
      if (list != null) {
        for (CellCode code : list) {
          codes.put(code.cell().strip(), meaning(code));
        }
      }
    }
  }

  /// What the cell stands for; a cell without a code stands for itself.
  Meaning meaning(String cell) {
    String stripped = cell.strip();
    Meaning coded = codes.get(stripped);
    return coded == null ? new Meaning.Given(stripped) : coded;
  }

  private static Meaning meaning(CellCode code) {
    if (code.nonAnswer() != null) {
      return new Meaning.Missing(code.nonAnswer());
    }
    return new Meaning.Given(code.to() == null ? code.cell().strip() : code.to());
  }
}
