package org.customerfocus.agreement.openslo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.customerfocus.agreement.openslo.OpenSloCheck.Part;
import org.customerfocus.agreement.openslo.OpenSloPlan.PlannedCommitment;
import org.customerfocus.agreement.openslo.OpenSloPlan.PlannedMetric;
import org.jspecify.annotations.Nullable;

/// What documents that keep the rules come to: an SLI is a metric, each objective of an SLO a
/// commitment on it, a service the customer's word for what is counted.
final class OpenSloMapping {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TYPE = 100;

  private final ObjectMapper json;
  private final Unmapped unmapped;
  private final IndicatorMapping indicators;
  private final ObjectiveMapping objectives;
  private final @Nullable String zone;
  private final Map<String, Part> services = new HashMap<>();
  private final Map<String, Part> slis = new HashMap<>();
  private final List<Part> slos = new ArrayList<>();
  private final List<PlannedCommitment> commitments = new ArrayList<>();

  private OpenSloMapping(ObjectMapper json, Unmapped unmapped, @Nullable String zone) {
    this.json = json;
    this.unmapped = unmapped;
    this.zone = zone;
    this.indicators = new IndicatorMapping(unmapped, json);
    this.objectives = new ObjectiveMapping(unmapped);
  }

  /// @param unknown what the rules do not know
  /// @param zone of the agreement that the commitments are for; null where there is none
  static OpenSloPlan plan(
      OpenSloText.Read read, List<OpenSloFault> unknown, @Nullable String zone, ObjectMapper json) {
    OpenSloMapping mapping = new OpenSloMapping(json, new Unmapped(read, unknown), zone);
    for (int i = 0; i < read.documents().size(); i++) {
      mapping.sort(new Part(read.documents().get(i), "/" + i));
    }
    mapping.slis.values().forEach(mapping.indicators::metric);
    mapping.slos.forEach(mapping::slo);
    return new OpenSloPlan(
        mapping.indicators.metrics(), mapping.commitments, mapping.unmapped.all());
  }

  private void sort(Part document) {
    Part metadata = document.get("metadata");
    String name = metadata.get("name").text();
    if (!metadata.get("labels").isAbsent()) {
      unmapped.add(metadata.get("labels"), "labels have no place here");
    }
    annotations(metadata.get("annotations"));
    switch (document.get("kind").text()) {
      case "Service" -> {
        services.put(name, document);
        if (!document.get("spec").get("description").isAbsent()) {
          unmapped.add(
              document.get("spec").get("description"), "services have no description here");
        }
      }
      case "SLI" -> slis.put(name, document);
      case "SLO" -> slos.add(document);
      case "DataSource" ->
          unmapped.add(document, "sources are not asked here; measurements are sent");
      default ->
          unmapped.add(
              document, "alerts have no place here; events of breaches and budgets are sent");
    }
  }

  private void annotations(Part annotations) {
    annotations
        .node()
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!key.equals(OpenSloNames.METRIC) && !key.equals(OpenSloNames.TERMS)) {
                unmapped.add(annotations.get(key), "annotations of others have no place here");
              }
            });
  }

  private void slo(Part slo) {
    Part spec = slo.get("spec");
    for (Part policy : spec.get("alertPolicies").items()) {
      unmapped.add(policy, "alerts have no place here; events of breaches and budgets are sent");
    }
    if (!spec.get("description").isAbsent()) {
      unmapped.add(
          spec.get("description"), "commitments have a name and requirements, and no description");
    }
    if (spec.get("budgetingMethod").text().equals("RatioTimeslices")) {
      unmapped.add(
          spec.get("budgetingMethod"),
          "the mean of the shares of slices is no attainment here, so nothing is made of this SLO");
      return;
    }
    Optional<JsonNode> window = objectives.window(spec.get("timeWindow").get(0), zone);
    if (window.isEmpty()) {
      return;
    }
    List<Part> all = spec.get("objectives").items();
    for (Part objective : all) {
      boolean own =
          !objective.get("indicator").isAbsent() || !objective.get("indicatorRef").isAbsent();
      indicator(own ? objective : spec)
          .ifPresent(metric -> commitment(slo, objective, all.size(), metric, window.get()));
    }
  }

  private Optional<PlannedMetric> indicator(Part holder) {
    if (!holder.get("indicator").isAbsent()) {
      return indicators.metric(holder.get("indicator"));
    }
    Part sli = slis.get(holder.get("indicatorRef").text());
    if (sli == null) {
      unmapped.add(
          holder.get("indicatorRef"),
          "names an SLI that is not in this text, so nothing is made of it");
      return Optional.empty();
    }
    return indicators.metric(sli);
  }

  private void commitment(
      Part slo, Part objective, int objectivesOfSlo, PlannedMetric metric, JsonNode window) {
    ObjectNode terms = annotated(slo);
    String shown = objective.get("displayName").text();
    String name = Unmapped.title(slo.get("metadata"));
    terms.put(
        "name",
        cut(objectivesOfSlo > 1 && !shown.isBlank() ? name + ": " + shown : name, LONGEST_NAME));
    if (objectivesOfSlo == 1 && !shown.isBlank()) {
      unmapped.add(objective.get("displayName"), "the commitment is named by its SLO");
    }
    String service = slo.get("spec").get("service").text();
    if (!terms.has("entityType")) {
      terms.put("entityType", cut(service, LONGEST_TYPE));
    }
    if (!terms.has("customerTerm")) {
      Part described = services.get(service);
      terms.put(
          "customerTerm",
          cut(
              described == null ? service : Unmapped.title(described.get("metadata")),
              LONGEST_NAME));
    }
    if (!window.isNull()) {
      terms.set("window", window);
    }
    if (objectives.fill(terms, objective, metric, slo.get("spec").get("budgetingMethod").text())) {
      commitments.add(
          new PlannedCommitment(objective.at(), unmapped.line(objective), metric.name(), terms));
    }
  }

  private ObjectNode annotated(Part slo) {
    Part annotation = slo.get("metadata").get("annotations").get(OpenSloNames.TERMS);
    if (annotation.isAbsent()) {
      return json.createObjectNode();
    }
    try {
      if (json.readTree(annotation.text()) instanceof ObjectNode terms) {
        return terms;
      }
    } catch (JsonProcessingException e) {
      throw unmapped.refused(annotation, "must be JSON");
    }
    throw unmapped.refused(annotation, "must be a JSON object");
  }

  private static String cut(String words, int longest) {
    return words.length() > longest ? words.substring(0, longest) : words;
  }
}
