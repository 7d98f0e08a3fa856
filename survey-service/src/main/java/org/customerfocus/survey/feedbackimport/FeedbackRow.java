package org.customerfocus.survey.feedbackimport;

import java.util.List;
import org.customerfocus.conventions.job.Rows;
import org.customerfocus.survey.complaint.CaseOpening;
import org.customerfocus.survey.feedback.FeedbackRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a row of a file says, or why it says nothing usable.
sealed interface FeedbackRow extends Rows.Row {

  /// A row that holds feedback.
  ///
  /// @param history of the case that it is, where it is one
  record Accepted(
      long number, List<String> cells, FeedbackRequest said, CaseOpening.@Nullable History history)
      implements FeedbackRow {}

  /// A row that does not.
  record Refused(long number, List<String> cells, List<FeedbackRowError> errors)
      implements FeedbackRow {}

  /// A row without anything in it, as spreadsheets write them behind the last one.
  record Empty(long number, List<String> cells) implements FeedbackRow {}

  /// One thing that is wrong with a row.
  @Schema(description = "One thing that is wrong with a row. What stands there is not repeated.")
  record FeedbackRowError(
      @Schema(description = "The name of the column; empty where the row as a whole is wrong.")
          String column,
      @Schema(description = "What is wrong, and the way out.") String detail) {}
}
