package org.customerfocus.survey.importing;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;

/// A row that was not recorded, as it stood in the file, and why.
@Entity
class RefusedRow extends TenantEntity {

  private UUID importId;
  private long rowNumber;
  private String[] cells;

  @Convert(converter = CellErrorsColumn.class)
  private List<MappedRow.CellError> errors;

  @SuppressWarnings("NullAway.Init")
  protected RefusedRow() {}

  RefusedRow(UUID importId, MappedRow.Refused row) {
    this.importId = importId;
    this.rowNumber = row.number();
    this.cells = row.cells().toArray(String[]::new);
    this.errors = List.copyOf(row.errors());
  }

  UUID importId() {
    return importId;
  }

  long rowNumber() {
    return rowNumber;
  }

  List<String> cells() {
    return List.of(cells);
  }

  List<MappedRow.CellError> errors() {
    return errors;
  }
}
