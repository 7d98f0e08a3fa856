package org.customerfocus.survey.importing;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A refused row as it is answered.
@Schema(description = "A row that was not recorded, and why.")
record RefusedRowView(
    UUID id,
    @Schema(description = "As a spreadsheet numbers rows: the header is row 1.") Long rowNumber,
    List<MappedRow.CellError> errors) {

  static RefusedRowView of(RefusedRow row) {
    return new RefusedRowView(row.id(), row.rowNumber(), row.errors());
  }
}
