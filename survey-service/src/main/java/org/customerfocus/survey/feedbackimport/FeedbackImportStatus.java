package org.customerfocus.survey.feedbackimport;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Where an import is.
enum FeedbackImportStatus implements WireEnum {
  /// Its file has not been sent yet.
  AWAITING_FILE,
  /// Its rows are being read, and the good ones recorded.
  IMPORTING,
  /// Every row was recorded, or was there already; in a dry run, would have been.
  COMPLETED,
  /// Some rows were refused, the others recorded.
  PARTLY_COMPLETED,
  /// No row was good, or the file cannot be read to its end: `failure` says which.
  REFUSED,
  /// It broke off for a reason of ours. Send the file again.
  FAILED;

  /// Whether a file may be sent.
  boolean takesFile() {
    return this == AWAITING_FILE || this == REFUSED || this == FAILED;
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<FeedbackImportStatus> {
    Column() {
      super(FeedbackImportStatus.class);
    }
  }
}
