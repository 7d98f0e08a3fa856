package org.customerfocus.customer.competition;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.customerfocus.conventions.figure.Figure;
import org.jspecify.annotations.Nullable;

/// One side's score as columns.
@Embeddable
class ScoreColumns {

  private BigDecimal value;
  private @Nullable Long n;
  private @Nullable Long base;
  private @Nullable Double level;
  private @Nullable Double lower;
  private @Nullable Double upper;
  private @Nullable String method;
  private String source;
  private LocalDate dated;

  @SuppressWarnings("NullAway.Init")
  protected ScoreColumns() {}

  ScoreColumns(ComparedScore score) {
    Figure.Interval interval = score.interval();
    value = score.value();
    n = score.n();
    base = score.base();
    level = interval == null ? null : Double.valueOf(interval.level());
    lower = interval == null ? null : Double.valueOf(interval.lower());
    upper = interval == null ? null : Double.valueOf(interval.upper());
    method = score.method();
    source = score.source();
    dated = score.date();
  }

  ComparedScore score() {
    Figure.Interval interval =
        level == null
            ? null
            : new Figure.Interval(
                level, Objects.requireNonNull(lower), Objects.requireNonNull(upper));
    return new ComparedScore(value, n, base, interval, method, source, dated);
  }
}
