package org.customerfocus.survey.satisfaction;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.customerfocus.conventions.wire.JsonColumn;
import org.jspecify.annotations.Nullable;

/// Which question tells how far which requirement is met.
@Entity
class RequirementMeasure extends VersionedEntity {

  private UUID requirementId;
  private UUID surveyId;
  private String linkId;

  @Convert(converter = FigureColumn.class)
  private @Nullable Figure reported;

  private @Nullable Instant reportedAt;

  @SuppressWarnings("NullAway.Init")
  protected RequirementMeasure() {}

  RequirementMeasure(RequirementMeasureRequest request, Instant now) {
    super(now);
    requirementId = request.requirementId();
    surveyId = request.surveyId();
    linkId = request.linkId();
  }

  /// Notes what was found.
  ///
  /// @return whether it differs from what was told last
  boolean found(Figure degree, Instant now) {
    if (degree.equals(reported)) {
      return false;
    }
    reported = degree;
    reportedAt = now;
    touch(now);
    return true;
  }

  UUID requirementId() {
    return requirementId;
  }

  UUID surveyId() {
    return surveyId;
  }

  String linkId() {
    return linkId;
  }

  @Nullable Figure reported() {
    return reported;
  }

  @Nullable Instant reportedAt() {
    return reportedAt;
  }

  static final class FigureColumn extends JsonColumn<Figure> {
    FigureColumn() {
      super(new TypeReference<>() {});
    }
  }
}
