package org.customerfocus.agreement.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.EarlierAnswer;
import org.customerfocus.conventions.command.RequestFingerprint;
import org.customerfocus.conventions.csv.CsvFault;
import org.customerfocus.conventions.csv.CsvSource;
import org.customerfocus.conventions.job.SpooledFile;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.Ids;

/// Takes in reports as lines of JSON or as a table, of any length, while they are sent.
@ApplicationScoped
public class StreamIntake {

  /// Each has a chunk in memory, and a connection while it is recorded.
  private static final int AT_ONCE = 8;

  private final Intake intake;
  private final StoredAnswer stored;
  private final EarlierAnswer earlier;
  private final RequestFingerprint fingerprint;
  private final ObjectMapper json;
  private final InstantSource clock;
  private final Semaphore room = new Semaphore(AT_ONCE);

  StreamIntake(
      Intake intake,
      StoredAnswer stored,
      EarlierAnswer earlier,
      RequestFingerprint fingerprint,
      ObjectMapper json,
      InstantSource clock) {
    this.intake = intake;
    this.stored = stored;
    this.earlier = earlier;
    this.fingerprint = fingerprint;
    this.json = json;
    this.clock = clock;
  }

  /// Keeps the answer for the request's `Idempotency-Key`, once the work is done.
  @ApplicationScoped
  static class StoredAnswer {

    @Command
    Response of(ReportStreamView view) {
      return Response.ok(view).build();
    }
  }

  /// One JSON object a line.
  public <R> Response lines(ReportKind<R> kind, InputStream sent) throws IOException {
    return take(sent, body -> intake.record(kind, Ids.next(), linesOf(kind, body)));
  }

  /// A table whose first row names the members of a report.
  public <R> Response table(ReportKind<R> kind, InputStream sent) throws IOException {
    return take(sent, body -> intake.record(kind, Ids.next(), rowsOf(kind, body)));
  }

  private interface Work {
    ReportStreamView of(InputStream body) throws IOException;
  }

  private Response take(InputStream sent, Work work) throws IOException {
    if (!room.tryAcquire()) {
      throw new ProblemException(
              Problems.UNAVAILABLE, "Too many streams are being read. Send this one again.")
          .header("Retry-After", "1");
    }
    try {
      if (!earlier.isAskedFor()) {
        return Response.ok(work.of(sent)).build();
      }
      // Whether this is what was sent under the key before is known once it is read.
      try (SpooledFile spooled = SpooledFile.of(sent)) {
        fingerprint.set(HexFormat.of().parseHex(spooled.digest()));
        Response answer = earlier.find();
        if (answer != null) {
          return answer;
        }
        try (InputStream body = Files.newInputStream(spooled.path())) {
          return stored.of(work.of(body));
        }
      }
    } finally {
      room.release();
    }
  }

  private <R> Intake.Rows<R> linesOf(ReportKind<R> kind, InputStream body) throws IOException {
    LineReader lines = new LineReader(withoutMark(body));
    JsonLines plain = new JsonLines(kind.members());
    Report report = new Report();
    return chunk -> {
      if (!lines.next()) {
        return false;
      }
      if (lines.isBlank()) {
        return true;
      }
      if (lines.isTooLong()) {
        chunk.addUnreadable(
            lines.number(),
            List.of(FieldError.at("", "is longer than %d bytes".formatted(LineReader.LONGEST))));
      } else if (plain.read(lines.buffer(), lines.start(), lines.length(), report)
          && isSound(kind, report)) {
        chunk.add(lines.number(), report);
      } else {
        intake.add(kind, chunk, lines.number(), lines.buffer(), lines.start(), lines.length());
      }
      return true;
    };
  }

  private boolean isSound(ReportKind<?> kind, Report report) {
    return report.isPlain() && kind.isSound(report, clock.instant());
  }

  private static InputStream withoutMark(InputStream body) throws IOException {
    byte[] first = body.readNBytes(3);
    boolean mark =
        first.length == 3
            && first[0] == (byte) 0xef
            && first[1] == (byte) 0xbb
            && first[2] == (byte) 0xbf;
    return mark ? body : new SequenceInputStream(new ByteArrayInputStream(first), body);
  }

  private <R> Intake.Rows<R> rowsOf(ReportKind<R> kind, InputStream body) throws IOException {
    CsvSource table;
    TableRow columns;
    try {
      table = new CsvSource(body, ',');
      columns = TableRow.of(table.header(), kind.members());
    } catch (CsvFault e) {
      throw new ProblemException(
          Problems.MALFORMED, e.getMessage() + " Nothing of the file was recorded.");
    }
    Report report = new Report();
    return chunk -> {
      CsvSource.Row row = table.next();
      if (row == null) {
        return false;
      }
      if (columns.read(row.cells(), report) && isSound(kind, report)) {
        chunk.add(row.number(), report);
        return true;
      }
      ObjectNode object = json.createObjectNode();
      String fault = columns.bind(row.cells(), object);
      if (fault == null) {
        byte[] text = json.writeValueAsBytes(object);
        intake.add(kind, chunk, row.number(), text, 0, text.length);
      } else {
        chunk.addUnreadable(row.number(), List.of(FieldError.at("", fault)));
      }
      return true;
    };
  }
}
