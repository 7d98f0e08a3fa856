package org.customerfocus.customer.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.csv.CsvFault;
import org.customerfocus.conventions.job.Rows;
import org.customerfocus.conventions.job.StoredFile;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;

/// What imports hold of a party that is erased: rows that were refused, and the files of those that
/// are at work, which would bring the party back.
@ApplicationScoped
public class ImportErasure {

  private static final String ENDED =
      "Somebody whom the file names was erased while the import was at work, and the file with them."
          + " What was recorded of it stays. Send the file again without that person.";

  private final ImportRepository imports;
  private final ObjectMapper json;
  private final Journal journal;
  private final InstantSource clock;

  ImportErasure(ImportRepository imports, ObjectMapper json, Journal journal, InstantSource clock) {
    this.imports = imports;
    this.json = json;
    this.journal = journal;
    this.clock = clock;
  }

  /// Keeps the imports at work from their next step until the transaction ends. An import takes
  /// itself before the parties of its rows: so must who takes a party and what imports hold of it.
  public List<UUID> hold() {
    List<UUID> atWork = imports.atWork();
    atWork.forEach(imports::hold);
    return atWork;
  }

  /// Deletes refused rows that are about the party, and ends the imports that have some.
  ///
  /// @param held the imports at work
  public void erase(Traces traces, List<UUID> held) {
    for (UUID id : imports.withRefusedRows()) {
      eraseRefused(id, mapping(imports.get(id)), traces);
    }
    for (UUID id : held) {
      CustomerImport job = imports.get(id);
      if (job.status().isAtWork() && names(job, traces)) {
        job.fail(ENDED, clock.instant());
        imports.forget(id);
        journal.record(
            Change.of("customer-import", "ended", job).data(Map.of("status", job.status().wire())));
      }
    }
  }

  private void eraseRefused(UUID id, String mapping, Traces traces) {
    long after = -1;
    for (var rows = imports.refusedRowsAfter(id, after, 1_000);
        !rows.isEmpty();
        rows = imports.refusedRowsAfter(id, after, 1_000)) {
      imports.dropRefused(
          id,
          rows.stream()
              .filter(row -> traces.in(row.cells(), mapping, json))
              .map(RefusedRow::rowNumber)
              .toList());
      after = rows.getLast().rowNumber();
    }
  }

  private boolean names(CustomerImport job, Traces traces) {
    String mapping = mapping(job);
    StoredFile file = new StoredFile(ordinal -> imports.piece(job.id(), ordinal));
    try (Rows<FileRow> rows =
        Objects.requireNonNullElse(job.format(), FileFormat.CSV) == FileFormat.CSV
            ? new CsvRows(file, job.mapping())
            : new NdjsonRows(file, json)) {
      for (FileRow row = rows.next(); row != null; row = rows.next()) {
        if (traces.in(row.cells(), mapping, json)) {
          return true;
        }
      }
      return false;
    } catch (CsvFault e) {
      // Its worker comes to the same end; what follows cannot be told.
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String mapping(CustomerImport job) {
    return json.valueToTree(job.mapping()).toString();
  }
}
