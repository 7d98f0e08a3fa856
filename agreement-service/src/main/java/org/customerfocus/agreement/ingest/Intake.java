package org.customerfocus.agreement.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongFunction;
import org.customerfocus.conventions.csv.CsvFault;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.InvalidRequests;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.tenancy.Ids;

/// Takes in reports of any kind: a batch in the transaction of its request, a stream a chunk a
/// transaction.
@ApplicationScoped
public class Intake {

  /// Rows of a transaction of a stream: enough that its fixed cost does not count, so few that a
  /// stream of any length takes little memory and holds locks for a moment.
  private static final int CHUNK = 10_000;

  private final ReportRepository reports;
  private final Journal journal;
  private final Validator validator;
  private final ObjectMapper json;
  private final InstantSource clock;

  Intake(
      ReportRepository reports,
      Journal journal,
      Validator validator,
      ObjectMapper json,
      InstantSource clock) {
    this.reports = reports;
    this.journal = journal;
    this.validator = validator;
    this.json = json;
    this.clock = clock;
  }

  /// Gives the next row of a stream to whoever reads it.
  interface Rows<R> {
    /// @return false at the end
    boolean next(Chunk<R> into) throws IOException, CsvFault;
  }

  /// Records a batch, and answers for each of its reports.
  ///
  /// @param pointer the JSON Pointer of a report, from its place in the batch
  public <R> ReportBatchView record(
      ReportKind<R> kind, List<R> batch, LongFunction<String> pointer) {
    Chunk<R> chunk = new Chunk<>(kind, pointer, batch.size());
    Report report = new Report();
    for (int i = 0; i < batch.size(); i++) {
      add(kind, chunk, i, batch.get(i), report);
    }
    Instant now = clock.instant();
    kind.prepare(chunk.months());
    settle(kind, chunk, Ids.next(), now);
    return ReportBatchView.of(chunk);
  }

  /// Adds a report that was bound to its type.
  <R> void add(ReportKind<R> kind, Chunk<R> chunk, long number, R request, Report report) {
    String pointer = chunk.pointer(number);
    report.clear();
    kind.stage(request, report);
    if (report.isPlain() && kind.isSound(report, clock.instant())) {
      chunk.add(number, report);
      return;
    }
    var violations = validator.validate(request);
    if (!violations.isEmpty()) {
      chunk.addUnreadable(
          number,
          InvalidRequests.violationsOf(violations).errors().stream()
              .map(error -> FieldError.at(pointer + error.pointer(), error.detail()))
              .toList());
      return;
    }
    List<FieldError> faults = kind.faults(request, pointer, clock.instant());
    if (faults.isEmpty()) {
      chunk.add(number, report);
    } else {
      chunk.addFaulty(number, report, faults);
    }
  }

  /// Adds a report that is one JSON value.
  <R> void add(ReportKind<R> kind, Chunk<R> chunk, long number, byte[] text, int from, int length) {
    try {
      R request = json.readValue(text, from, length, kind.request());
      if (request == null) {
        chunk.addUnreadable(number, List.of(FieldError.at("", "must be an object")));
      } else {
        add(kind, chunk, number, request, new Report());
      }
    } catch (JsonProcessingException e) {
      ProblemException fault = InvalidRequests.unreadable(e);
      chunk.addUnreadable(
          number,
          fault.errors().isEmpty() ? List.of(FieldError.at("", fault.detail())) : fault.errors());
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory can be read", e);
    }
  }

  /// Records a stream, a chunk a transaction.
  ///
  /// @param id of the request, under which its changes are journaled
  <R> ReportStreamView record(ReportKind<R> kind, UUID id, Rows<R> rows) throws IOException {
    StreamTally tally = new StreamTally();
    boolean more = true;
    while (more) {
      Chunk<R> chunk = new Chunk<>(kind, number -> "", CHUNK);
      CsvFault fault = null;
      try {
        while (more && !chunk.isFull()) {
          more = rows.next(chunk);
        }
      } catch (CsvFault e) {
        fault = e;
      }
      if (!chunk.isEmpty()) {
        settle(kind, chunk, id, tally);
      }
      if (fault != null) {
        throw tally.brokenOff(fault);
      }
    }
    return tally.view();
  }

  private <R> void settle(ReportKind<R> kind, Chunk<R> chunk, UUID id, StreamTally tally) {
    try {
      kind.prepare(chunk.months());
      Instant now = clock.instant();
      QuarkusTransaction.requiringNew().run(() -> settle(kind, chunk, id, now));
    } catch (RuntimeException e) {
      throw tally.brokenOff(e);
    }
    tally.add(chunk);
  }

  private <R> void settle(ReportKind<R> kind, Chunk<R> chunk, UUID id, Instant now) {
    reports.settle(kind, chunk, now);
    int updated = chunk.count(ReportStatus.UPDATED);
    if (chunk.sound() + updated > 0) {
      journal.record(
          Change.of(kind.name() + "-batch", "recorded", id)
              .data(Map.of("created", chunk.sound(), "updated", updated)));
    }
  }
}
