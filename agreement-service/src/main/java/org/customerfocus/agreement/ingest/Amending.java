package org.customerfocus.agreement.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.InvalidRequests;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Replaces what is recorded, or takes it back, and keeps what was recorded before.
@ApplicationScoped
public class Amending {

  private final AmendmentRepository amendments;
  private final Validator validator;

  Amending(AmendmentRepository amendments, Validator validator) {
    this.amendments = amendments;
    this.validator = validator;
  }

  /// What is corrected: by its id, or by what its source calls it.
  public record Target(@Nullable UUID id, @Nullable String source, @Nullable String sourceId) {}

  /// @param report as it should have been; null to take it back
  /// @param pointer the JSON Pointer of the report
  /// @throws ProblemException 404 where there is no such report, 422 where the new one cannot be
  ///   recorded, or is called otherwise
  public <R> Amended amend(
      ReportKind<R> kind,
      Target target,
      @Nullable R report,
      String pointer,
      UUID correction,
      Instant now) {
    if (report == null) {
      return amendments.amend(kind, target, null, correction, now);
    }
    Chunk<R> chunk = new Chunk<>(kind, number -> pointer, 1);
    var violations = validator.validate(report);
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(
          InvalidRequests.violationsOf(violations).errors().stream()
              .map(error -> FieldError.at(pointer + error.pointer(), error.detail()))
              .toList());
    }
    var faults = kind.faults(report, pointer, now);
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    Report staged = new Report();
    kind.stage(report, staged);
    chunk.add(0, staged);
    kind.prepare(chunk.months());
    return amendments.amend(kind, target, chunk, correction, now);
  }
}
