package org.customerfocus.customer.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.csv.CsvFault;
import org.customerfocus.conventions.job.SpooledFile;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;

/// Takes the file of an import in: from its spool into the database, once its beginning is known to
/// fit.
@ApplicationScoped
class ImportIntake {

  private final ImportRepository imports;
  private final RowShapes shapes;
  private final ObjectMapper json;
  private final Preconditions preconditions;
  private final Journal journal;
  private final CurrentCaller caller;
  private final InstantSource clock;

  ImportIntake(
      ImportRepository imports,
      RowShapes shapes,
      ObjectMapper json,
      Preconditions preconditions,
      Journal journal,
      CurrentCaller caller,
      InstantSource clock) {
    this.imports = imports;
    this.shapes = shapes;
    this.json = json;
    this.preconditions = preconditions;
    this.journal = journal;
    this.caller = caller;
    this.clock = clock;
  }

  @Command
  Response accept(UUID id, FileFormat format, SpooledFile spooled) {
    CustomerImport job = imports.hold(id);
    preconditions.requireMatch(job.version());
    try {
      List<String> header =
          switch (format) {
            case CSV -> header(spooled.path(), job);
            case NDJSON -> firstLine(spooled.path(), job.mapping());
          };
      job.accept(format, spooled.digest(), Files.size(spooled.path()), header, clock.instant());
      try (InputStream file = Files.newInputStream(spooled.path())) {
        imports.queue(id, file, caller.get().test(), clock.instant());
      }
    } catch (CsvFault e) {
      throw new ProblemException(ImportProblems.UNREADABLE_FILE, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    journal.record(Change.of("customer-import", "started", job));
    return Answers.ok(job.version(), CustomerImportView.of(job));
  }

  private List<String> header(Path file, CustomerImport job) throws IOException, CsvFault {
    try (CsvRows rows = new CsvRows(Files.newInputStream(file), job.mapping())) {
      List<FieldError> faults =
          MappingCheck.faults(shapes.of(job.kind()), rows.header(), job.mapping());
      if (!faults.isEmpty()) {
        throw unfit("The file and the mapping do not fit together.", faults);
      }
      return rows.header();
    }
  }

  private List<String> firstLine(Path file, CustomerImportMapping mapping)
      throws IOException, CsvFault {
    if (mapping.columns() != null || mapping.constants() != null) {
      throw unfit(
          "The lines of an NDJSON file name their fields themselves.",
          List.of(FieldError.at("", "make an import without columns and constants")));
    }
    try (NdjsonRows rows = new NdjsonRows(Files.newInputStream(file), json)) {
      FileRow first = rows.next();
      if (first == null) {
        throw new CsvFault("The file is empty.");
      }
      if (first.document() == null) {
        throw new CsvFault(
            "Line %d %s.".formatted(first.number(), first.faults().getFirst().detail()));
      }
      return List.of();
    }
  }

  private static ProblemException unfit(String detail, List<FieldError> faults) {
    return new ProblemException(
        ImportProblems.UNFIT_FILE,
        detail,
        faults.stream()
            .map(each -> FieldError.at("/mapping" + each.pointer(), each.detail()))
            .toList());
  }
}
