package org.customerfocus.customer.importing;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;

/// A row that was not recorded, as it stood in the file, and why.
@Entity(name = "CustomerImportRefusedRow")
@Table(name = "customer_import_refused_row")
class RefusedRow extends TenantEntity {

  private UUID importId;
  private long rowNumber;
  private String[] cells;

  @Convert(converter = RowFaultsColumn.class)
  private List<RowFault> errors;

  private Instant refusedAt;

  @SuppressWarnings("NullAway.Init")
  protected RefusedRow() {}

  RefusedRow(UUID importId, FileRow row, List<RowFault> errors, Instant now) {
    this.importId = importId;
    this.rowNumber = row.number();
    this.cells = row.cells().toArray(String[]::new);
    this.errors = List.copyOf(errors);
    this.refusedAt = now;
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

  List<RowFault> errors() {
    return errors;
  }

  Instant refusedAt() {
    return refusedAt;
  }
}
