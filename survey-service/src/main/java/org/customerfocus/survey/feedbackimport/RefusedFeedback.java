package org.customerfocus.survey.feedbackimport;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.customerfocus.survey.feedbackimport.FeedbackRow.FeedbackRowError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A row that was not recorded, and why.
@Entity
class RefusedFeedback extends TenantEntity {

  @SuppressWarnings("UnusedVariable") // read by queries
  private UUID importId;

  private long rowNumber;

  @Convert(converter = RowErrorsColumn.class)
  private List<FeedbackRowError> errors;

  @SuppressWarnings("NullAway.Init")
  protected RefusedFeedback() {}

  RefusedFeedback(UUID importId, FeedbackRow.Refused row) {
    this.importId = importId;
    this.rowNumber = row.number();
    this.errors = List.copyOf(row.errors());
  }

  /// As it is answered.
  @Schema(description = "A row that was not recorded, and why.")
  record RefusedFeedbackView(
      UUID id,
      @Schema(description = "As a spreadsheet numbers rows: the header is row 1.") Long rowNumber,
      List<FeedbackRowError> errors) {}

  RefusedFeedbackView view() {
    return new RefusedFeedbackView(id(), rowNumber, errors);
  }
}
