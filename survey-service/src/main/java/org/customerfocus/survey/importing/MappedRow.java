package org.customerfocus.survey.importing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.job.Rows;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.jspecify.annotations.Nullable;

/// What a row of a file says, or why it says nothing usable.
sealed interface MappedRow extends Rows.Row {

  /// A row that holds a response.
  ///
  /// @param identity the row's own id, null when the mapping names no column for it
  record Accepted(
      long number,
      List<String> cells,
      @Nullable String identity,
      @Nullable BigDecimal weight,
      @Nullable Instant respondedAt,
      List<Answer> answers,
      Map<String, AttributeValue> attributes)
      implements MappedRow {}

  /// A row that does not.
  ///
  /// @param cells the row as it stands in the file, so that it can be handed back
  record Refused(long number, List<String> cells, List<CellError> errors) implements MappedRow {}

  /// One thing that is wrong with a row.
  ///
  /// @param column the name of the column, empty when the row as a whole is wrong
  /// @param cell what stands there
  /// @param detail what is wrong and the way out
  record CellError(String column, String cell, String detail) {}
}
