package org.customerfocus.agreement.openslo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.customerfocus.agreement.openslo.OpenSloCheck.Part;

/// The rules of OpenSLO v1, of its specification and of the project's own validator: every document
/// of a known kind, with a name, and with what its kind requires.
final class OpenSloRules {

  private static final int MANY = 1000;
  private static final Set<String> KINDS =
      Set.of(
          "DataSource",
          "SLO",
          "SLI",
          "AlertPolicy",
          "AlertCondition",
          "AlertNotificationTarget",
          "Service");
  private static final Pattern KEY =
      Pattern.compile("[a-zA-Z0-9]([-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?");
  private static final Pattern PREFIX =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*");

  private final OpenSloCheck check;
  private final SloRules slos;

  private OpenSloRules(OpenSloCheck check) {
    this.check = check;
    this.slos = new SloRules(check, this);
  }

  /// What breaks the rules, and what is unknown to them.
  static OpenSloCheck check(OpenSloText.Read read) {
    OpenSloCheck check = new OpenSloCheck(read);
    OpenSloRules rules = new OpenSloRules(check);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < read.documents().size(); i++) {
      Part document = new Part(read.documents().get(i), "/" + i);
      rules.document(document);
      String kind = document.get("kind").text();
      String name = document.get("metadata").get("name").text();
      if (!name.isEmpty() && !names.add(kind + " " + name)) {
        check.fault(
            document.get("metadata").get("name"),
            "names another %s of this text already".formatted(kind));
      }
    }
    return check;
  }

  private void document(Part document) {
    if (!check.isObject(document, true, "apiVersion", "kind", "metadata", "spec")) {
      return;
    }
    boolean version = check.oneOf(document.get("apiVersion"), true, Set.of("openslo/v1"));
    boolean kind = check.oneOf(document.get("kind"), true, KINDS);
    metadata(document.get("metadata"));
    if (version && kind) {
      spec(document.get("kind").text(), document.get("spec"));
    }
  }

  private void spec(String kind, Part spec) {
    switch (kind) {
      case "Service" -> {
        // All that it could have is optional.
        if (check.isObject(spec, false, "description")) {
          check.description(spec);
        }
      }
      case "DataSource" -> dataSource(spec);
      case "SLI" -> sli(spec);
      case "SLO" -> slos.slo(spec);
      case "AlertPolicy" -> alertPolicy(spec);
      case "AlertCondition" -> alertCondition(spec);
      case "AlertNotificationTarget" -> notificationTarget(spec);
      default -> throw new IllegalStateException("Not among the kinds");
    }
  }

  void metadata(Part metadata) {
    if (!check.isObject(metadata, true, "name", "displayName", "labels", "annotations")) {
      return;
    }
    check.name(metadata.get("name"), true);
    check.isText(metadata.get("displayName"), false, 1050);
    Part labels = metadata.get("labels");
    if (isMap(labels)) {
      for (Map.Entry<String, JsonNode> label : labels.node().properties()) {
        Part value = labels.get(label.getKey());
        if (!KEY.matcher(label.getKey()).matches()) {
          check.fault(value, "has a key that is none: letters and digits, and -, _ or . between");
        }
        if (value.node().isArray()) {
          value.items().forEach(each -> check.isText(each, true, 10_000));
        } else {
          check.isText(value, true, 10_000);
        }
      }
    }
    annotations(metadata.get("annotations"));
  }

  private void annotations(Part annotations) {
    if (!isMap(annotations)) {
      return;
    }
    for (Iterator<String> keys = annotations.node().fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      int slash = key.indexOf('/');
      Part value = annotations.get(key);
      if (!KEY.matcher(key.substring(slash + 1)).matches()
          || (slash >= 0 && !PREFIX.matcher(key.substring(0, slash)).matches())) {
        check.fault(value, "has a key that is none: a name, or a DNS subdomain, / and a name");
      }
      check.isText(value, false, 100_000);
    }
  }

  private boolean isMap(Part part) {
    if (part.isAbsent()) {
      return false;
    }
    if (!part.node().isObject()) {
      check.fault(part, "must be a mapping");
    }
    return part.node().isObject();
  }

  private void dataSource(Part spec) {
    if (check.isObject(spec, true, "description", "type", "connectionDetails")) {
      check.description(spec);
      check.isText(spec.get("type"), true, 1000);
      if (spec.get("connectionDetails").isAbsent()) {
        check.fault(spec.get("connectionDetails"), "is required");
      }
    }
  }

  void sli(Part spec) {
    if (!check.isObject(spec, true, "description", "thresholdMetric", "ratioMetric")) {
      return;
    }
    check.description(spec);
    if (!check.either(spec, "thresholdMetric", "ratioMetric")) {
      return;
    }
    if (spec.get("ratioMetric").isAbsent()) {
      metric(spec.get("thresholdMetric"));
    } else {
      ratio(spec.get("ratioMetric"));
    }
  }

  private void ratio(Part ratio) {
    if (!check.isObject(ratio, true, "counter", "good", "bad", "total", "rawType", "raw")) {
      return;
    }
    check.bool(ratio.get("counter"));
    if (!check.either(ratio, "total", "raw")) {
      return;
    }
    if (ratio.get("raw").isAbsent()) {
      metric(ratio.get("total"));
      if (check.either(ratio, "good", "bad")) {
        metric(ratio.get(ratio.get("good").isAbsent() ? "bad" : "good"));
      }
      return;
    }
    metric(ratio.get("raw"));
    check.oneOf(ratio.get("rawType"), true, Set.of("success", "failure"));
    for (String other : new String[] {"good", "bad"}) {
      if (!ratio.get(other).isAbsent()) {
        check.fault(ratio.get(other), "must be absent: raw is given");
      }
    }
  }

  private void metric(Part metric) {
    if (!check.isObject(metric, true, "metricSource")) {
      return;
    }
    Part source = metric.get("metricSource");
    if (!check.isObject(source, true, "metricSourceRef", "type", "spec")) {
      return;
    }
    check.name(source.get("metricSourceRef"), false);
    check.isText(source.get("type"), false, 1000);
    if (source.get("metricSourceRef").isAbsent() && source.get("type").isAbsent()) {
      check.fault(source, "needs a type, or a metricSourceRef from which it follows");
    }
    Part spec = source.get("spec");
    if (spec.isAbsent() || spec.node().isEmpty()) {
      check.fault(spec, "is required: what to ask the source for");
    }
  }

  void alertPolicy(Part spec) {
    if (!check.isObject(
        spec,
        true,
        "description",
        "alertWhenNoData",
        "alertWhenResolved",
        "alertWhenBreaching",
        "conditions",
        "notificationTargets")) {
      return;
    }
    check.description(spec);
    check.bool(spec.get("alertWhenNoData"));
    check.bool(spec.get("alertWhenResolved"));
    check.bool(spec.get("alertWhenBreaching"));
    if (check.isList(spec.get("conditions"), true, 1, 1)) {
      Part condition = spec.get("conditions").get(0);
      if (refersOrDefines(condition, "conditionRef", "AlertCondition")) {
        alertCondition(condition.get("spec"));
      }
    }
    if (check.isList(spec.get("notificationTargets"), true, 1, MANY)) {
      for (Part target : spec.get("notificationTargets").items()) {
        if (refersOrDefines(target, "targetRef", "AlertNotificationTarget")) {
          notificationTarget(target.get("spec"));
        }
      }
    }
  }

  /// Something that is either named, or written where it is used.
  ///
  /// @return whether it is written here
  boolean refersOrDefines(Part part, String ref, String kind) {
    if (!check.isObject(part, true, ref, "apiVersion", "kind", "metadata", "spec")
        || !check.either(part, ref, "spec")) {
      return false;
    }
    if (!part.get(ref).isAbsent()) {
      check.name(part.get(ref), true);
      return false;
    }
    check.oneOf(part.get("kind"), true, Set.of(kind));
    metadata(part.get("metadata"));
    return true;
  }

  private void alertCondition(Part spec) {
    if (!check.isObject(spec, true, "description", "severity", "condition")) {
      return;
    }
    check.description(spec);
    check.isText(spec.get("severity"), true, 1000);
    Part condition = spec.get("condition");
    if (check.isObject(
        condition, true, "kind", "op", "threshold", "lookbackWindow", "alertAfter")) {
      // The kind defaults to burnrate, the only one there is.
      check.oneOf(condition.get("kind"), false, Set.of("burnrate"));
      check.operator(condition.get("op"), true);
      check.number(condition.get("threshold"), true, value -> true, "");
      check.duration(condition.get("lookbackWindow"), true);
      if (!"0m".equals(condition.get("alertAfter").text())) {
        check.duration(condition.get("alertAfter"), false);
      }
    }
  }

  private void notificationTarget(Part spec) {
    if (check.isObject(spec, true, "target", "description")) {
      check.description(spec);
      check.isText(spec.get("target"), true, 1000);
    }
  }
}
