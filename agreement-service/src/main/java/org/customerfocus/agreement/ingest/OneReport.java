package org.customerfocus.agreement.ingest;

import java.util.List;
import java.util.UUID;
import org.customerfocus.agreement.ingest.ReportBatchView.ReportBatchItem;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;

/// What became of a report that was sent by itself, so that the status of the answer says it.
public record OneReport(UUID id, ReportStatus status) {

  /// @throws ProblemException 422 where it was refused, 409 where another one is recorded
  public static OneReport of(ReportBatchView batch) {
    ReportBatchItem item = batch.items().getFirst();
    List<FieldError> errors = item.errors();
    UUID id = item.id();
    if (errors != null || id == null) {
      throw ProblemException.invalid(errors == null ? List.of() : errors);
    }
    if (item.status() == ReportStatus.CONFLICT) {
      throw new ProblemException(
          Problems.CONFLICT,
          "The source has reported this id with other content, which stays: %s. What was reported wrongly is put right by a correction."
              .formatted(id));
    }
    return new OneReport(id, item.status());
  }

  public boolean isNew() {
    return status == ReportStatus.CREATED;
  }
}
