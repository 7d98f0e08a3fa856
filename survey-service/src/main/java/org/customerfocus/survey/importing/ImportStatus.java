package org.customerfocus.survey.importing;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Where an import is.
enum ImportStatus implements WireEnum {
  /// Its file has not been sent yet.
  AWAITING_FILE,
  /// Its rows are being checked; nothing is recorded yet.
  CHECKING,
  /// Its good rows are being recorded.
  IMPORTING,
  /// Every row was recorded, or was there already; in a dry run, would have been.
  COMPLETED,
  /// Some rows were refused, the others recorded, as was asked for.
  PARTLY_COMPLETED,
  /// Nothing was recorded, because of the rows that were refused.
  REFUSED,
  /// It broke off for a reason of ours. Send the file again.
  FAILED;

  /// Whether a file may be sent.
  boolean takesFile() {
    return this == AWAITING_FILE || this == REFUSED || this == FAILED;
  }

  boolean isAtWork() {
    return this == CHECKING || this == IMPORTING;
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<ImportStatus> {
    Column() {
      super(ImportStatus.class);
    }
  }
}
