package org.customerfocus.customer.recording;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.jspecify.annotations.Nullable;

/// Where a kind of thing is kept that is recorded once under its external reference.
///
/// @param <R> the thing as it is reported
public interface RecordedOnce<R> {

  /// One thing to record.
  ///
  /// @param id the one that it gets if it is new
  record Candidate<R>(UUID id, R as) {}

  /// The rules that go beyond single fields.
  @FunctionalInterface
  interface Rules<R> {

    /// @param at the JSON Pointer of the thing, which those of its faults start with
    List<FieldError> faults(R report, String at);
  }

  /// The table that holds it, with the columns `ref_scheme`, `ref_value` and `content_digest`: the
  /// SHA-256 of the report as `jsonb` without its nulls.
  String table();

  @Nullable SourceRef externalRef(R report);

  /// The rules for these reports: what they refer to is looked up at once.
  Rules<R> rules(Collection<R> reports);

  /// A sound report in the one form in which it is kept and compared, however it was written.
  default R kept(R report) {
    return report;
  }

  /// Writes those whose reference is not taken, in their order, in one statement.
  ///
  /// @param rows a JSON array of candidates
  /// @return the ids of those that were written
  Set<UUID> insertNew(String rows);
}
