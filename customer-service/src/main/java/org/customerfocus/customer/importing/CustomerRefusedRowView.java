package org.customerfocus.customer.importing;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A refused row as it is answered.
@Schema(description = "A row that was not recorded, and why.")
record CustomerRefusedRowView(
    UUID id,
    @Schema(
            description =
                "As a spreadsheet numbers rows: the header is row 1. In NDJSON, the line.")
        Long rowNumber,
    List<RowFault> errors) {

  static CustomerRefusedRowView of(RefusedRow row) {
    return new CustomerRefusedRowView(row.id(), row.rowNumber(), row.errors());
  }
}
