package org.customerfocus.customer.need;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.customerfocus.conventions.wire.WireColumn;
import org.jspecify.annotations.Nullable;

/// One score of how far a need or a requirement was met, as it came.
@Entity
@Table(name = "degree_met")
class DegreeMet extends TenantEntity {

  static final String UNIT = "ratio";

  private @Nullable UUID needId;
  private @Nullable UUID requirementId;
  private @Nullable UUID segmentId;

  @Convert(converter = StatusColumn.class)
  private Figure.Status status;

  private @Nullable Double value;
  private @Nullable Long n;
  private @Nullable Long base;
  private String method;
  private @Nullable Double intervalLevel;
  private @Nullable Double intervalLower;
  private @Nullable Double intervalUpper;
  private @Nullable String exact;
  private @Nullable String reason;
  private String sourceService;
  private String sourceResource;
  private @Nullable String sourceQuestion;
  private Instant asOf;
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected DegreeMet() {}

  DegreeMet(Subject subject, DegreeMetRequest request, Instant now) {
    Figure score = request.score();
    Figure.Interval interval = score.interval();
    needId = subject.needId();
    requirementId = subject.requirementId();
    segmentId = request.segmentId();
    status = score.status();
    value = score.value();
    n = score.n();
    base = score.base();
    method = score.method();
    intervalLevel = interval == null ? null : Double.valueOf(interval.level());
    intervalLower = interval == null ? null : Double.valueOf(interval.lower());
    intervalUpper = interval == null ? null : Double.valueOf(interval.upper());
    exact = score.exact();
    reason = score.reason();
    sourceService = request.source().service();
    sourceResource = request.source().resource();
    sourceQuestion = request.source().questionId();
    asOf = request.asOf();
    recordedAt = now;
  }

  /// Whether it is this very score, sent again.
  boolean says(DegreeMetRequest request) {
    return request.equals(new DegreeMetRequest(segmentId, figure(), source(), asOf));
  }

  Figure figure() {
    Figure.Interval interval =
        intervalLevel == null
            ? null
            : new Figure.Interval(
                intervalLevel,
                Objects.requireNonNull(intervalLower),
                Objects.requireNonNull(intervalUpper));
    return new Figure(status, value, UNIT, n, base, method, interval, exact, reason);
  }

  ScoreSource source() {
    return new ScoreSource(sourceService, sourceResource, sourceQuestion);
  }

  @Nullable UUID needId() {
    return needId;
  }

  @Nullable UUID requirementId() {
    return requirementId;
  }

  @Nullable UUID segmentId() {
    return segmentId;
  }

  Instant asOf() {
    return asOf;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  static final class StatusColumn extends WireColumn<Figure.Status> {
    StatusColumn() {
      super(Figure.Status.class);
    }
  }
}
