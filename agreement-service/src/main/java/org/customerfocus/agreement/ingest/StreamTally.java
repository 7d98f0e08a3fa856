package org.customerfocus.agreement.ingest;

import java.util.ArrayList;
import java.util.List;
import org.customerfocus.agreement.ingest.ReportStreamView.ReportStreamFault;
import org.customerfocus.conventions.csv.CsvFault;
import org.customerfocus.conventions.problem.DatabaseProblems;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;

/// What has become of a stream so far.
final class StreamTally {

  private static final int LISTED = 1000;

  private long received;
  private long created;
  private long updated;
  private long duplicates;
  private long conflicts;
  private long refused;
  private long lastRow;
  private final List<ReportStreamFault> faults = new ArrayList<>();

  /// The rows of a chunk that is committed.
  void add(Chunk<?> chunk) {
    received += chunk.rows();
    created += chunk.sound();
    for (int row = 0; row < chunk.rows(); row++) {
      Chunk.Other other = chunk.other(row);
      if (other != null) {
        add(chunk.number(row), other);
      }
    }
    lastRow = chunk.number(chunk.rows() - 1);
  }

  private void add(long row, Chunk.Other other) {
    switch (other.status()) {
      case UPDATED -> updated++;
      case DUPLICATE -> duplicates++;
      case CONFLICT -> conflicts++;
      case REFUSED -> refused++;
      case CREATED -> throw new IllegalStateException("What is created is no other");
    }
    boolean fault =
        other.status() == ReportStatus.CONFLICT || other.status() == ReportStatus.REFUSED;
    if (fault && faults.size() < LISTED) {
      faults.add(new ReportStreamFault(row, other.status(), other.id(), other.errors()));
    }
  }

  ReportStreamView view() {
    return new ReportStreamView(
        received,
        created,
        updated,
        duplicates,
        conflicts,
        refused,
        List.copyOf(faults),
        conflicts + refused - faults.size());
  }

  /// The file cannot be read any further.
  ProblemException brokenOff(CsvFault fault) {
    return new ProblemException(Problems.MALFORMED, fault.getMessage() + " " + kept());
  }

  /// A chunk could not be recorded.
  RuntimeException brokenOff(RuntimeException failure) {
    ProblemException known = DatabaseProblems.translate(failure);
    if (known == null) {
      return failure;
    }
    ProblemException told =
        new ProblemException(known.type(), known.detail() + " " + kept(), known.errors());
    known.headers().forEach(told::header);
    return told;
  }

  private String kept() {
    return received == 0
        ? "Nothing of the file was recorded."
        : ("What stands up to row %d is kept: %d rows were recorded, %d of them new. Send the"
                + " whole file again: what is recorded is not recorded twice.")
            .formatted(lastRow, created + updated + duplicates, created);
  }
}
