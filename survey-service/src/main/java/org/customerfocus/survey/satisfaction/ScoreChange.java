package org.customerfocus.survey.satisfaction;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.customerfocus.conventions.wire.WireColumn;

/// A score that has changed significantly. It is written once and never changed.
@Entity
class ScoreChange extends TenantEntity {

  private Instant foundAt;
  private UUID surveyId;
  private String linkId;

  @Convert(converter = ScoreColumn.class)
  private SatisfactionScore score;

  private Instant periodFrom;
  private Instant periodTo;
  private double beforeValue;
  private long beforeAnswers;
  private double afterValue;
  private long afterAnswers;
  private double differenceLower;
  private double differenceUpper;
  private double pValue;

  @SuppressWarnings("NullAway.Init")
  protected ScoreChange() {}

  ScoreChange(ScoreComparison comparison, double adjusted, Instant from, Instant now) {
    foundAt = now;
    surveyId = comparison.surveyId();
    linkId = comparison.linkId();
    score = comparison.score();
    periodFrom = from;
    periodTo = now;
    beforeValue = comparison.before().value();
    beforeAnswers = comparison.before().n();
    afterValue = comparison.after().value();
    afterAnswers = comparison.after().n();
    differenceLower = comparison.interval().lower();
    differenceUpper = comparison.interval().upper();
    pValue = adjusted;
  }

  ScoreChangeView view() {
    return new ScoreChangeView(
        id(),
        surveyId,
        linkId,
        score,
        foundAt,
        periodFrom,
        periodTo,
        beforeValue,
        beforeAnswers,
        afterValue,
        afterAnswers,
        afterValue - beforeValue,
        differenceLower,
        differenceUpper,
        pValue);
  }

  static final class ScoreColumn extends WireColumn<SatisfactionScore> {
    ScoreColumn() {
      super(SatisfactionScore.class);
    }
  }
}
