package org.customerfocus.agreement.openslo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.customerfocus.agreement.contract.CommitmentWindow;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.agreement.openslo.OpenSloCheck.Part;
import org.customerfocus.agreement.openslo.OpenSloPlan.PlannedMetric;
import org.jspecify.annotations.Nullable;

/// Windows, targets and budgets of objectives as those of commitments.
final class ObjectiveMapping {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Unmapped unmapped;

  ObjectiveMapping(Unmapped unmapped) {
    this.unmapped = unmapped;
  }

  /// @return the window; null of JSON for the usual one; nothing where there is no such window here
  Optional<JsonNode> window(Part window, @Nullable String zone) {
    if (window.isAbsent()) {
      return Optional.of(NullNode.getInstance());
    }
    String duration = window.get("duration").text();
    Part calendar = window.get("calendar");
    Optional<CommitmentWindow> found =
        calendar.isAbsent() ? OpenSloWindow.rolling(duration) : OpenSloWindow.calendar(duration);
    if (found.isEmpty()) {
      unmapped.add(
          window.get("duration"),
          calendar.isAbsent()
              ? "rolling windows have whole days here, up to 999, so nothing is made of this SLO"
              : "calendar windows are months, quarters or years here, so nothing is made of this SLO");
      return Optional.empty();
    }
    if (!calendar.isAbsent()) {
      calendar(calendar, found.get(), zone);
    }
    ObjectNode node = JSON.objectNode().put("kind", found.get().kind().wire());
    if (found.get().unit() != null) {
      node.put("unit", found.get().unit().wire());
    }
    if (found.get().length() != null) {
      node.put("length", found.get().length());
    }
    return Optional.of(node);
  }

  private void calendar(Part calendar, CommitmentWindow window, @Nullable String zone) {
    String start = calendar.get("startTime").text();
    LocalDate day = LocalDate.parse(start.substring(0, 10));
    if (!start.endsWith(" 00:00:00") || !OpenSloWindow.start(window, day).equals(day)) {
      unmapped.add(
          calendar.get("startTime"), "periods begin where those of the calendar do, at midnight");
    }
    if (zone != null && !zone.equals(calendar.get("timeZone").text())) {
      unmapped.add(
          calendar.get("timeZone"), "periods are those of the agreement's time zone, " + zone);
    }
  }

  /// @return whether a commitment can be made of it
  boolean fill(ObjectNode terms, Part objective, PlannedMetric metric, String method) {
    BigDecimal share =
        objective.get("target").isAbsent()
            ? objective.get("targetPercent").node().decimalValue().movePointLeft(2)
            : objective.get("target").node().decimalValue();
    if (!objective.get("compositeWeight").isAbsent()) {
      unmapped.add(objective.get("compositeWeight"), "each commitment stands for itself here");
    }
    switch (metric.type()) {
      case THRESHOLD_SHARE -> {
        if (!compared(objective)) {
          return false;
        }
        terms.set("threshold", bound(objective));
        terms.set("target", atLeast(share));
      }
      case PERCENTILE, DURATION -> {
        if (!compared(objective)) {
          return false;
        }
        terms.set("target", bound(objective));
        terms.put("percentile", share);
      }
      default -> {
        if (!objective.get("op").isAbsent()) {
          unmapped.add(objective.get("op"), "is of thresholdMetrics alone");
        }
        if (!objective.get("value").isAbsent()) {
          unmapped.add(objective.get("value"), "is of thresholdMetrics alone");
        }
        terms.set("target", atLeast(share));
      }
    }
    return budgeted(terms, objective, method, metric.type());
  }

  private boolean compared(Part objective) {
    boolean whole = !objective.get("op").isAbsent() && !objective.get("value").isAbsent();
    if (!whole) {
      unmapped.add(objective, "needs op and value for a thresholdMetric, so nothing is made of it");
    }
    return whole;
  }

  private boolean budgeted(ObjectNode terms, Part objective, String method, MetricType type) {
    Part window = objective.get("timeSliceWindow");
    if (!method.equals("Timeslices")) {
      for (String other : new String[] {"timeSliceWindow", "timeSliceTarget"}) {
        if (!objective.get(other).isAbsent()) {
          unmapped.add(objective.get(other), "is of the budgeting method Timeslices");
        }
      }
      return true;
    }
    Optional<String> slice =
        OpenSloWindow.slice(window.node().isNumber() ? whole(window.node()) : window.text());
    if (slice.isEmpty() || !type.ofShares()) {
      unmapped.add(
          window,
          "slices are of shares, and of minutes or hours up to a day, so nothing is made of it");
      return false;
    }
    terms.set(
        "budgeting",
        JSON.objectNode()
            .put("method", "timeslices")
            .put("slice", slice.get())
            .put("sliceTarget", objective.get("timeSliceTarget").node().decimalValue()));
    return true;
  }

  /// A number alone is one of minutes; parts of one are no slice here.
  private static String whole(JsonNode number) {
    BigDecimal minutes = number.decimalValue();
    return minutes.stripTrailingZeros().scale() > 0 ? "0m" : minutes.toBigInteger() + "m";
  }

  private static ObjectNode atLeast(BigDecimal share) {
    return JSON.objectNode().put("comparator", "at-least").put("value", share);
  }

  private static ObjectNode bound(Part objective) {
    String comparator =
        switch (objective.get("op").text()) {
          case "lte" -> "at-most";
          case "lt" -> "below";
          case "gte" -> "at-least";
          default -> "above";
        };
    return JSON.objectNode()
        .put("comparator", comparator)
        .put("value", objective.get("value").node().decimalValue());
  }
}
