package org.customerfocus.agreement.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.conventions.problem.FieldError;
import org.jspecify.annotations.Nullable;

/// What is reported: what its reports say, which of them can be recorded, and where they lie.
///
/// @param <R> a report as its source sends it
public interface ReportKind<R> {

  /// What it is called in events and in the audit, such as `measurement`.
  String name();

  /// The table of what is recorded; `<table>_key` and `<table>_history` belong to it.
  String table();

  /// The columns of the table, and of what is staged, that this kind has beside those of all.
  List<String> columns();

  /// The members of a report beside those of all kinds.
  Set<String> members();

  Class<R> request();

  /// Puts the report into its staged form.
  void stage(R request, Report into);

  /// Whether nothing is wrong with it that does not depend on its metric. Where something seems to
  /// be, [#faults] says what.
  boolean isSound(Report report, Instant now);

  /// What is wrong with a report whose members are each as declared, whatever its metric is.
  ///
  /// @param at the JSON Pointer of the report, which those of its faults start with
  List<FieldError> faults(R request, String at, Instant now);

  /// What of a report the type of its metric must agree with, as a number below 64.
  int shape(Report report);

  /// What a metric of this type does not take of a report of this shape.
  ///
  /// @param type null where there is no such metric
  List<FieldError> faults(int shape, @Nullable MetricType type, String at);

  /// What becomes of a report that meets another one of the same key.
  ///
  /// @param recorded null where it was retracted
  default ReportStatus meet(@Nullable R recorded, R reported) {
    return reported.equals(recorded) ? ReportStatus.DUPLICATE : ReportStatus.CONFLICT;
  }

  /// The own members of a report as arguments of `jsonb_build_object`.
  ///
  /// @param row the name of a row with all columns
  String json(String row);

  /// A query of what is touched, by metric: `metric_id, earliest, latest`.
  ///
  /// @param reports that were recorded: a relation with all columns
  String touched(String reports);

  /// Makes sure that there is a place for what is filed under these months of UTC.
  ///
  /// @param months their first instants
  default void prepare(Set<Instant> months) {}
}
