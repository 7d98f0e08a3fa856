package org.customerfocus.agreement.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.agreement.attainment.Bound;
import org.customerfocus.agreement.attainment.Comparator;
import org.customerfocus.agreement.attainment.ExclusionEffect;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.conventions.problem.FieldError;

/// Whether what a commitment says about how it is measured makes sense for its metric.
///
/// @param at the JSON Pointer of the commitment
/// @param calendars those of the calendars that exist
record MeasuringCheck(
    CommitmentRequest commitment,
    MetricType type,
    Set<UUID> calendars,
    String at,
    List<FieldError> faults) {

  void check() {
    checkTarget();
    checkWarning();
    checkTolerance();
    checkThreshold();
    checkPercentile();
    checkExclusions();
    checkSurvey();
    checkCalendar();
    faults.addAll(commitment.window().faults(at + "/window"));
    checkBudgeting();
    CreditTerms credits = commitment.credits();
    if (credits != null) {
      faults.addAll(credits.faults(at + "/credits", commitment.target(), type.ofShares()));
    }
  }

  private void checkTarget() {
    BigDecimal value = commitment.target().value();
    if (type.ofShares() && (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0)) {
      faults.add(
          FieldError.at(at + "/target/value", "must be a share between 0 and 1, such as 0.95"));
    }
    boolean ofAmounts = type == MetricType.COUNT || type == MetricType.DURATION;
    if (ofAmounts && value.signum() < 0) {
      faults.add(FieldError.at(at + "/target/value", "must not be negative"));
    }
  }

  private void checkWarning() {
    BigDecimal warning = commitment.warning();
    if (warning != null && !commitment.target().bound().accepts(warning)) {
      faults.add(
          FieldError.at(
              at + "/warning", "must lie on the target's good side: it warns before the target"));
    }
  }

  private void checkTolerance() {
    BigDecimal tolerance = commitment.tolerance();
    if (!type.ofShares() || tolerance == null || tolerance.signum() == 0) {
      return;
    }
    Bound tolerated = commitment.target().bound().within(tolerance);
    if (tolerated.accepts(tolerated.isFloor() ? BigDecimal.ZERO : BigDecimal.ONE)) {
      faults.add(
          FieldError.at(at + "/tolerance", "must leave shares that are a breach: this has none"));
    }
  }

  private void checkThreshold() {
    boolean needed = type == MetricType.THRESHOLD_SHARE;
    if (needed && commitment.threshold() == null) {
      faults.add(
          FieldError.at(
              at + "/threshold", "is required: it says which values of the metric are good"));
    } else if (!needed && commitment.threshold() != null) {
      faults.add(
          FieldError.at(
              at + "/threshold",
              type == MetricType.RATIO
                  ? "must be absent: measurements of a ratio metric are good or bad themselves"
                  : "must be absent: only a threshold-share has one"));
    }
  }

  private void checkPercentile() {
    boolean takes = type == MetricType.PERCENTILE || type == MetricType.DURATION;
    if (type == MetricType.PERCENTILE && commitment.percentile() == null) {
      faults.add(FieldError.at(at + "/percentile", "is required, such as 0.95"));
    } else if (!takes && commitment.percentile() != null) {
      faults.add(
          FieldError.at(
              at + "/percentile", "must be absent: only percentiles and durations have one"));
    }
  }

  private void checkExclusions() {
    boolean ofOneFigure =
        type == MetricType.MEAN || type == MetricType.SUM || type == MetricType.COUNT;
    if (ofOneFigure && commitment.exclusionEffect() == ExclusionEffect.EXCUSE) {
      faults.add(
          FieldError.at(
              at + "/exclusionEffect",
              "must be remove: no single measurement is bad that could be excused"));
    }
  }

  private void checkSurvey() {
    boolean needed = type == MetricType.SURVEY_SCORE;
    if (needed != (commitment.survey() != null)) {
      faults.add(
          FieldError.at(
              at + "/survey",
              needed
                  ? "is required: it says which score counts"
                  : "must be absent: only a survey-score has one"));
    }
  }

  private void checkCalendar() {
    UUID calendar = commitment.calendarId();
    if (calendar == null) {
      return;
    }
    if (!calendars.contains(calendar)) {
      faults.add(FieldError.at(at + "/calendarId", "there is no such calendar"));
    }
  }

  private void checkBudgeting() {
    CommitmentBudgeting budgeting = commitment.budgeting();
    faults.addAll(budgeting.faults(at + "/budgeting"));
    boolean slices = budgeting.method() == CommitmentBudgeting.Method.TIMESLICES;
    Comparator comparator = commitment.target().comparator();
    boolean floor = comparator == Comparator.AT_LEAST || comparator == Comparator.ABOVE;
    if (slices && !(type.ofShares() && floor)) {
      faults.add(
          FieldError.at(
              at + "/budgeting/method",
              "timeslices need a target of at least a share: good slices are counted against it"));
    }
  }
}
