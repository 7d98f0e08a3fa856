package org.customerfocus.agreement.openslo;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.customerfocus.agreement.openslo.OpenSloCheck.Part;

/// The rules of an SLO, the longest of the kinds.
final class SloRules {

  private static final int MANY = 1000;
  private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final OpenSloCheck check;
  private final OpenSloRules rules;

  SloRules(OpenSloCheck check, OpenSloRules rules) {
    this.check = check;
    this.rules = rules;
  }

  void slo(Part spec) {
    if (!check.isObject(
        spec,
        true,
        "description",
        "service",
        "indicator",
        "indicatorRef",
        "timeWindow",
        "budgetingMethod",
        "objectives",
        "alertPolicies")) {
      return;
    }
    check.description(spec);
    check.isText(spec.get("service"), true, 1000);
    boolean known =
        check.oneOf(
            spec.get("budgetingMethod"),
            true,
            Set.of("Occurrences", "Timeslices", "RatioTimeslices"));
    if (check.isList(spec.get("timeWindow"), false, 1, 1)) {
      timeWindow(spec.get("timeWindow").get(0));
    }
    if (check.isList(spec.get("objectives"), true, 1, MANY)) {
      boolean composite = spec.get("objectives").items().stream().anyMatch(SloRules::hasIndicator);
      indicators(spec, composite);
      for (Part objective : spec.get("objectives").items()) {
        objective(objective, known ? spec.get("budgetingMethod").text() : "", composite);
        threshold(objective, composite ? objective : spec);
      }
    }
    if (check.isList(spec.get("alertPolicies"), false, 0, MANY)) {
      for (Part policy : spec.get("alertPolicies").items()) {
        if (rules.refersOrDefines(policy, "alertPolicyRef", "AlertPolicy")) {
          rules.alertPolicy(policy.get("spec"));
        }
      }
    }
  }

  private static boolean hasIndicator(Part part) {
    return !part.get("indicator").isAbsent() || !part.get("indicatorRef").isAbsent();
  }

  private void indicators(Part spec, boolean composite) {
    if (composite && hasIndicator(spec)) {
      check.fault(spec, "has an indicator, and so has an objective: give it in one place");
    } else if (!composite) {
      indicator(spec);
    }
    // Several objectives share one threshold metric only where it is the same for all of them.
    boolean threshold = !spec.get("indicator").get("spec").get("thresholdMetric").isAbsent();
    if (threshold && spec.get("objectives").node().size() > 1) {
      check.fault(
          spec.get("objectives"), "must have exactly 1 item: the indicator is a thresholdMetric");
    }
  }

  private void indicator(Part holder) {
    if (!check.either(holder, "indicator", "indicatorRef")) {
      return;
    }
    check.name(holder.get("indicatorRef"), false);
    Part indicator = holder.get("indicator");
    if (check.isObject(indicator, false, "apiVersion", "kind", "metadata", "spec")) {
      rules.metadata(indicator.get("metadata"));
      rules.sli(indicator.get("spec"));
    }
  }

  private void timeWindow(Part window) {
    if (!check.isObject(window, true, "duration", "isRolling", "calendar")) {
      return;
    }
    check.duration(window.get("duration"), true);
    check.bool(window.get("isRolling"));
    Part calendar = window.get("calendar");
    boolean rolling = window.get("isRolling").node().asBoolean(false);
    if (rolling && !calendar.isAbsent()) {
      check.fault(calendar, "must be absent: the window is rolling");
    } else if (!rolling && calendar.isAbsent()) {
      check.fault(window, "needs a calendar, or isRolling: true");
    }
    if (!check.isObject(calendar, false, "startTime", "timeZone")) {
      return;
    }
    if (check.isText(calendar.get("startTime"), true, 100)
        && !isStart(calendar.get("startTime").text())) {
      check.fault(calendar.get("startTime"), "must be a date and time such as 2020-01-21 12:30:00");
    }
    if (check.isText(calendar.get("timeZone"), true, 100)
        && !ZoneId.getAvailableZoneIds().contains(calendar.get("timeZone").text())) {
      check.fault(calendar.get("timeZone"), "must be an IANA time zone, such as America/New_York");
    }
  }

  private static boolean isStart(String text) {
    try {
      LocalDateTime.parse(text, START);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private void objective(Part objective, String method, boolean composite) {
    if (!check.isObject(
        objective,
        true,
        "displayName",
        "op",
        "value",
        "target",
        "targetPercent",
        "timeSliceTarget",
        "timeSliceWindow",
        "indicator",
        "indicatorRef",
        "compositeWeight")) {
      return;
    }
    check.isText(objective.get("displayName"), false, 1050);
    check.operator(objective.get("op"), false);
    check.number(objective.get("value"), false, value -> true, "");
    if (check.either(objective, "target", "targetPercent")) {
      check.number(
          objective.get("target"),
          false,
          value -> value.signum() >= 0 && value.compareTo(BigDecimal.ONE) < 0,
          " from 0 to less than 1");
      check.number(
          objective.get("targetPercent"),
          false,
          value -> value.signum() >= 0 && value.compareTo(HUNDRED) < 0,
          " from 0 to less than 100");
    }
    slices(objective, method);
    if (composite) {
      indicator(objective);
      check.number(
          objective.get("compositeWeight"), false, value -> value.signum() > 0, " above 0");
    }
  }

  /// What a value is compared with; an indicator that is only named may be of either kind.
  private void threshold(Part objective, Part holder) {
    if (!holder.get("indicator").get("spec").get("thresholdMetric").isAbsent()) {
      for (String needed : new String[] {"op", "value"}) {
        if (objective.get(needed).isAbsent()) {
          check.fault(objective.get(needed), "is required: the indicator is a thresholdMetric");
        }
      }
    }
  }

  private void slices(Part objective, String method) {
    check.number(
        objective.get("timeSliceTarget"),
        method.equals("Timeslices"),
        value -> value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0,
        " from 0 to 1");
    Part window = objective.get("timeSliceWindow");
    if (window.node().isNumber()) {
      check.number(window, false, value -> value.signum() > 0, " of minutes above 0");
    } else {
      check.duration(window, method.endsWith("imeslices"));
    }
  }
}
