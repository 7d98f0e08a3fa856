package org.customerfocus.agreement.performance;

import java.math.BigDecimal;
import java.util.Objects;
import org.customerfocus.agreement.attainment.AttainmentStatus;
import org.customerfocus.agreement.attainment.Bound;
import org.customerfocus.agreement.attainment.Measuring.Judgement;
import org.customerfocus.agreement.attainment.ScoreDecision;
import org.customerfocus.agreement.contract.CommitmentSurvey;
import org.customerfocus.agreement.metric.MetricType;
import org.jspecify.annotations.Nullable;

/// What was counted, held against the target of a promise.
record Judged(Promise promise, Counted counted, Judgement judgement) {

  static Judged of(Promise promise, Counted counted) {
    Judgement judgement =
        promise.type() == MetricType.SURVEY_SCORE
            ? score(promise, counted)
            : promise.measuring().judge(counted.counts());
    return new Judged(promise, counted, judgement);
  }

  /// Of a period in which the promise does not hold.
  static Judged nothing(Promise promise) {
    return new Judged(
        promise,
        Counted.NOTHING,
        new Judgement(BigDecimal.ZERO, BigDecimal.ZERO, AttainmentStatus.INSUFFICIENT, false));
  }

  private static Judgement score(Promise promise, Counted counted) {
    SurveyScore score = counted.score();
    CommitmentSurvey survey = Objects.requireNonNull(promise.commitment().survey());
    if (score == null || score.value() == null) {
      return new Judgement(BigDecimal.ZERO, BigDecimal.ZERO, AttainmentStatus.INSUFFICIENT, false);
    }
    BigDecimal value = BigDecimal.valueOf(score.value());
    Bound target = promise.measuring().target();
    AttainmentStatus status = decided(score, survey, target);
    BigDecimal warning = promise.measuring().warning();
    boolean warned =
        status == AttainmentStatus.MET
            && warning != null
            && decided(score, survey, new Bound(target.comparator(), warning))
                != AttainmentStatus.MET;
    BigDecimal tolerance = promise.measuring().tolerance();
    if (status == AttainmentStatus.BREACHED
        && tolerance != null
        && decided(score, survey, target.within(tolerance)) != AttainmentStatus.BREACHED) {
      status = AttainmentStatus.TOLERATED;
    }
    return new Judgement(value, BigDecimal.ONE, status, warned);
  }

  private static AttainmentStatus decided(
      SurveyScore score, CommitmentSurvey survey, Bound target) {
    Double lower = score.lower();
    Double upper = score.upper();
    if (survey.decideBy() == CommitmentSurvey.DecideBy.POINT) {
      return ScoreDecision.byPoint(
          target, score.n(), survey.minimumN(), Objects.requireNonNull(score.value()));
    }
    return lower == null || upper == null
        ? AttainmentStatus.INSUFFICIENT
        : ScoreDecision.byInterval(target, score.n(), survey.minimumN(), lower, upper);
  }

  AttainmentStatus status() {
    return judgement.status();
  }

  /// Whether another count comes to the same.
  boolean same(Counted other) {
    var one = counted.counts();
    var two = other.counts();
    return one.tally().equals(two.tally())
        && one.notYetDue() == two.notYetDue()
        && one.sum().compareTo(two.sum()) == 0
        && one.unwarned() == two.unwarned()
        && one.tolerated() == two.tolerated()
        && tellsTheSame(counted.score(), other.score());
  }

  private static boolean tellsTheSame(@Nullable SurveyScore one, @Nullable SurveyScore other) {
    return (one != null && other != null) ? one.tells(other) : Objects.equals(one, other);
  }

  /// Whether it may be kept after what was counted and made final before.
  boolean mayFollow(Counted before) {
    SurveyScore score = counted.score();
    SurveyScore told = before.score();
    return score == null || told == null || score.mayFollow(told);
  }
}
