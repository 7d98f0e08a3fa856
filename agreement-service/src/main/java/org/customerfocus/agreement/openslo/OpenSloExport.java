package org.customerfocus.agreement.openslo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.agreement.attainment.Bound;
import org.customerfocus.agreement.attainment.Comparator;
import org.customerfocus.agreement.attainment.WindowKind;
import org.customerfocus.agreement.contract.AgreementView;
import org.customerfocus.agreement.contract.CommitmentBudgeting;
import org.customerfocus.agreement.contract.CommitmentView;
import org.customerfocus.agreement.metric.MetricRepository.Described;
import org.customerfocus.agreement.metric.MetricType;

/// The commitments of an agreement as documents in OpenSLO: a service, an SLI for each metric, an
/// SLO for each commitment. What OpenSLO has no word for is kept in annotations, so that what is
/// read again is the same.
final class OpenSloExport {

  /// What OpenSLO itself says of a commitment, or what is of this installation alone.
  private static final List<String> SAID =
      List.of(
          "id",
          "agreementId",
          "agreementVersionId",
          "lineageId",
          "name",
          "metricId",
          "target",
          "threshold",
          "percentile",
          "window",
          "budgeting");

  private static final int LONGEST_DESCRIPTION = 1050;

  private final ObjectMapper json;
  private final AgreementView agreement;
  private final ArrayNode documents;
  private final List<NotExpressed> left = new ArrayList<>();
  private final OpenSloNames slis = new OpenSloNames();
  private final OpenSloNames slos = new OpenSloNames();
  private final Map<UUID, String> indicators = new LinkedHashMap<>();
  private final String service;

  private OpenSloExport(ObjectMapper json, AgreementView agreement) {
    this.json = json;
    this.agreement = agreement;
    this.documents = json.createArrayNode();
    this.service = new OpenSloNames().label(agreement.name());
  }

  /// @param documents ready to be written
  /// @param left the commitments that OpenSLO cannot express, with the reason
  record Written(ArrayNode documents, List<NotExpressed> left) {}

  record NotExpressed(UUID commitmentId, String name, String reason) {}

  static Written of(AgreementView agreement, Map<UUID, Described> metrics, ObjectMapper json) {
    OpenSloExport export = new OpenSloExport(json, agreement);
    export.document("Service", export.service, agreement.name()).putObject("spec");
    List<ObjectNode> promises = new ArrayList<>();
    for (CommitmentView commitment : agreement.version().commitments()) {
      Described metric = Optional.ofNullable(metrics.get(commitment.metricId())).orElseThrow();
      Optional<String> reason = inexpressible(commitment, metric.type());
      if (reason.isPresent()) {
        export.left.add(new NotExpressed(commitment.id(), commitment.name(), reason.get()));
      } else {
        promises.add(export.slo(commitment, metric));
      }
    }
    promises.forEach(export.documents::add);
    return new Written(export.documents, export.left);
  }

  private static Optional<String> inexpressible(CommitmentView commitment, MetricType type) {
    BigDecimal share = type.ofShares() ? commitment.target().value() : commitment.percentile();
    return switch (type) {
      case MEAN, SUM, COUNT, SURVEY_SCORE ->
          Optional.of("OpenSLO has no objectives for a metric of type %s.".formatted(type.wire()));
      case RATIO, TIME_RATIO, THRESHOLD_SHARE, PERCENTILE, DURATION ->
          share == null || share.compareTo(BigDecimal.ONE) >= 0
              ? Optional.of("Targets of OpenSLO are less than 1.")
              : type.ofShares() && commitment.target().comparator() != Comparator.AT_LEAST
                  ? Optional.of("Targets of OpenSLO are of at least a share.")
                  : Optional.empty();
    };
  }

  private ObjectNode document(String kind, String name, String shown) {
    ObjectNode document = body(kind, name, shown);
    documents.add(document);
    return document;
  }

  private ObjectNode body(String kind, String name, String shown) {
    ObjectNode document = json.createObjectNode();
    document.put("apiVersion", "openslo/v1").put("kind", kind);
    document.putObject("metadata").put("name", name).put("displayName", shown);
    return document;
  }

  private String sli(UUID id, Described metric) {
    return indicators.computeIfAbsent(
        id,
        key -> {
          String name = slis.label(metric.name());
          ObjectNode document = document("SLI", name, metric.name());
          ObjectNode own = json.createObjectNode().put("type", metric.type().wire());
          if (metric.unit() != null) {
            own.put("unit", metric.unit());
          }
          if (metric.phase() != null) {
            own.put("phase", metric.phase().wire());
          }
          ObjectNode spec = document.putObject("spec");
          if (metric.description().length() > LONGEST_DESCRIPTION) {
            own.put("description", metric.description());
          } else {
            spec.put("description", metric.description());
          }
          ((ObjectNode) document.get("metadata"))
              .putObject("annotations")
              .put(OpenSloNames.METRIC, own.toString());
          if (metric.type() == MetricType.RATIO || metric.type() == MetricType.TIME_RATIO) {
            ObjectNode ratio = spec.putObject("ratioMetric");
            source(ratio.putObject("good"), metric.name(), "good");
            source(ratio.putObject("total"), metric.name(), "all");
          } else {
            source(spec.putObject("thresholdMetric"), metric.name(), "value");
          }
          return name;
        });
  }

  private static void source(ObjectNode holder, String metric, String what) {
    holder
        .putObject("metricSource")
        .put("type", OpenSloNames.SOURCE)
        .putObject("spec")
        .put("metric", metric)
        .put("measurements", what);
  }

  private ObjectNode slo(CommitmentView commitment, Described metric) {
    String indicator = sli(commitment.metricId(), metric);
    ObjectNode document = body("SLO", slos.label(commitment.name()), commitment.name());
    ((ObjectNode) document.get("metadata"))
        .putObject("annotations")
        .put(OpenSloNames.TERMS, terms(commitment).toString());
    ObjectNode spec = document.putObject("spec");
    spec.put("service", service).put("indicatorRef", indicator);
    window(spec.putArray("timeWindow").addObject(), commitment);
    boolean slices = commitment.budgeting().method() == CommitmentBudgeting.Method.TIMESLICES;
    spec.put("budgetingMethod", slices ? "Timeslices" : "Occurrences");
    ObjectNode objective = spec.putArray("objectives").addObject();
    Bound compared =
        switch (metric.type()) {
          case THRESHOLD_SHARE ->
              commitment.threshold() == null ? null : commitment.threshold().bound();
          case PERCENTILE, DURATION -> commitment.target().bound();
          default -> null;
        };
    if (compared != null) {
      objective.put("op", operator(compared.comparator())).put("value", compared.value());
    }
    objective.put(
        "target", metric.type().ofShares() ? commitment.target().value() : commitment.percentile());
    if (slices) {
      objective
          .put("timeSliceTarget", commitment.budgeting().sliceTarget())
          .put(
              "timeSliceWindow",
              OpenSloWindow.shorthand(String.valueOf(commitment.budgeting().slice())));
    }
    return document;
  }

  private ObjectNode terms(CommitmentView commitment) {
    ObjectNode terms = json.valueToTree(commitment);
    terms.remove(SAID);
    return terms;
  }

  private void window(ObjectNode window, CommitmentView commitment) {
    window.put("duration", OpenSloWindow.shorthand(commitment.window()));
    boolean rolling = commitment.window().kind() == WindowKind.ROLLING;
    window.put("isRolling", rolling);
    if (!rolling) {
      window
          .putObject("calendar")
          .put(
              "startTime",
              OpenSloWindow.start(commitment.window(), agreement.version().term().start())
                  + " 00:00:00")
          .put("timeZone", agreement.version().timeZone());
    }
  }

  private static String operator(Comparator comparator) {
    return switch (comparator) {
      case AT_LEAST -> "gte";
      case ABOVE -> "gt";
      case AT_MOST -> "lte";
      case BELOW -> "lt";
    };
  }
}
