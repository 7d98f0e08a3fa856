package org.customerfocus.survey.feedbackimport;

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
import org.customerfocus.conventions.csv.CsvSource;
import org.customerfocus.conventions.job.SpooledFile;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.importing.ImportProblems;

/// Takes the file of an import in, once its header is known to fit.
@ApplicationScoped
class FeedbackImportIntake {

  private final FeedbackImportRepository imports;
  private final Preconditions preconditions;
  private final Journal journal;
  private final CurrentCaller caller;
  private final InstantSource clock;

  FeedbackImportIntake(
      FeedbackImportRepository imports,
      Preconditions preconditions,
      Journal journal,
      CurrentCaller caller,
      InstantSource clock) {
    this.imports = imports;
    this.preconditions = preconditions;
    this.journal = journal;
    this.caller = caller;
    this.clock = clock;
  }

  @Command
  Response accept(UUID id, SpooledFile spooled) {
    FeedbackImport job = imports.get(id);
    preconditions.requireMatch(job.version());
    checkHeader(spooled.path(), job.mapping());
    try (InputStream file = Files.newInputStream(spooled.path())) {
      job.accept(spooled.digest(), Files.size(spooled.path()), clock.instant());
      imports.queue(id, file, caller.get().test(), clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    journal.record(Change.of("feedback-import", "started", job));
    return Answers.ok(job.version(), job.view());
  }

  private static void checkHeader(Path file, FeedbackMapping mapping) {
    try (CsvSource source = new CsvSource(Files.newInputStream(file), mapping.delimiterChar())) {
      List<FieldError> faults = MappingFaults.of(mapping, source.header());
      if (!faults.isEmpty()) {
        throw new ProblemException(
            ImportProblems.UNFIT_FILE,
            "The mapping names columns that the file does not have once.",
            faults);
      }
    } catch (CsvFault e) {
      throw new ProblemException(ImportProblems.UNREADABLE_FILE, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
