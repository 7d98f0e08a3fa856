package org.customerfocus.agreement.openslo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.customerfocus.agreement.metric.MetricPhase;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.agreement.openslo.OpenSloCheck.Part;
import org.customerfocus.agreement.openslo.OpenSloPlan.PlannedMetric;
import org.customerfocus.conventions.wire.WireEnum;
import org.jspecify.annotations.Nullable;

/// Indicators as metrics. How a source is asked has no place here: measurements are sent.
final class IndicatorMapping {

  /// UCUM's unit of what has none.
  private static final String NO_UNIT = "1";

  private static final int LONGEST_NAME = 200;

  private final Unmapped unmapped;
  private final ObjectMapper json;
  private final Map<String, PlannedMetric> metrics = new LinkedHashMap<>();
  private final Map<String, Optional<PlannedMetric>> byPointer = new LinkedHashMap<>();

  IndicatorMapping(Unmapped unmapped, ObjectMapper json) {
    this.unmapped = unmapped;
    this.json = json;
  }

  Map<String, PlannedMetric> metrics() {
    return metrics;
  }

  /// The metric of an indicator, an SLI of its own or one that is written where it is used.
  Optional<PlannedMetric> metric(Part indicator) {
    Optional<PlannedMetric> known = byPointer.get(indicator.at());
    if (known != null) {
      return known;
    }
    Optional<PlannedMetric> planned = plan(indicator);
    planned.ifPresent(each -> metrics.putIfAbsent(each.name(), each));
    byPointer.put(indicator.at(), planned);
    return planned;
  }

  private Optional<PlannedMetric> plan(Part indicator) {
    Part spec = indicator.get("spec");
    Part ratio = spec.get("ratioMetric");
    if (!ratio.get("raw").isAbsent()) {
      unmapped.add(ratio.get("raw"), "a ratio that was computed elsewhere has no events to count");
      return Optional.empty();
    }
    Part metadata = indicator.get("metadata");
    JsonNode own = annotated(metadata);
    MetricType type = type(own, ratio.isAbsent() ? MetricType.THRESHOLD_SHARE : MetricType.RATIO);
    String name = cut(Unmapped.title(metadata));
    PlannedMetric earlier = metrics.get(name);
    if (earlier != null && earlier.type() != type) {
      name = cut(name + " (" + type.wire() + ")");
    }
    sources(spec, ratio);
    String words = own.path("description").asText(spec.get("description").text());
    return Optional.of(
        new PlannedMetric(
            indicator.at(),
            name,
            type,
            WireEnum.find(MetricPhase.class, own.path("phase").asText()).orElse(null),
            unit(own, type),
            words.isBlank() ? name : words));
  }

  private static @Nullable String unit(JsonNode own, MetricType type) {
    String unit = own.path("unit").asText();
    if (!unit.isEmpty()) {
      return unit;
    }
    return type.ofValues() ? NO_UNIT : null;
  }

  private static MetricType type(JsonNode own, MetricType otherwise) {
    return WireEnum.find(MetricType.class, own.path("type").asText()).orElse(otherwise);
  }

  private JsonNode annotated(Part metadata) {
    Part annotation = metadata.get("annotations").get(OpenSloNames.METRIC);
    try {
      return annotation.isAbsent()
          ? JsonNodeFactory.instance.objectNode()
          : json.readTree(annotation.text());
    } catch (JsonProcessingException e) {
      throw unmapped.refused(annotation, "must be JSON");
    }
  }

  private void sources(Part spec, Part ratio) {
    source(spec.get("thresholdMetric"));
    source(ratio.get("good"));
    source(ratio.get("bad"));
    source(ratio.get("total"));
    if (!ratio.get("counter").isAbsent()) {
      unmapped.add(ratio.get("counter"), "is about how a source is read");
    }
  }

  private void source(Part metric) {
    Part source = metric.get("metricSource");
    if (!source.isAbsent() && !source.get("type").text().equals(OpenSloNames.SOURCE)) {
      unmapped.add(source, "how a source is asked has no place here; measurements are sent");
    }
  }

  private static String cut(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }
}
