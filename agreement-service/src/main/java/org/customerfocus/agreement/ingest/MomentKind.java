package org.customerfocus.agreement.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.conventions.problem.FieldError;
import org.jspecify.annotations.Nullable;

/// What is said of one moment in one word, for metrics of one type: a state that something enters,
/// or what happens to a timer.
///
/// @param <R> a report as its source sends it
public abstract class MomentKind<R> implements ReportKind<R> {

  private final String member;
  private final Set<String> words;
  private final MetricType type;
  private final String others;

  /// @param member the name of the word in a report, and of its column
  /// @param words those that there are
  /// @param type of the metrics that are fed
  /// @param others what the metrics of other types are fed by
  protected MomentKind(String member, Set<String> words, MetricType type, String others) {
    this.member = member;
    this.words = Set.copyOf(words);
    this.type = type;
    this.others = others;
  }

  @Override
  public String table() {
    return name().replace('-', '_');
  }

  @Override
  public List<String> columns() {
    return List.of(member);
  }

  @Override
  public Set<String> members() {
    return Set.of("at", member);
  }

  @Override
  public boolean isSound(Report report, Instant now) {
    String word = report.word();
    return report.isTimed() && word != null && words.contains(word) && report.isTimely(now);
  }

  /// When it was.
  protected abstract Instant at(R request);

  @Override
  public List<FieldError> faults(R request, String at, Instant now) {
    return ReportedTimes.faults(at + "/at", at(request), now);
  }

  @Override
  public int shape(Report report) {
    return 0;
  }

  @Override
  public List<FieldError> faults(int shape, @Nullable MetricType given, String at) {
    return given == null
        ? List.of(FieldError.at(at + "/metricId", "there is no such metric"))
        : given == type ? List.of() : List.of(FieldError.at(at + "/metricId", others));
  }

  @Override
  public String json(String row) {
    return "'at', %1$s.at, '%2$s', %1$s.%2$s".formatted(row, member);
  }
}
