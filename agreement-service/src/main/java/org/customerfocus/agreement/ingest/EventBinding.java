package org.customerfocus.agreement.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.InvalidRequests;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;

/// Reads CloudEvents 1.0 as reports: `source` and `id` of the event are those of the report, the
/// rest of it is in `data`.
///
/// Source: *CloudEvents Version 1.0.2* and its *JSON Event Format*.
@ApplicationScoped
public class EventBinding {

  public static final String ONE = "application/cloudevents+json";
  public static final String MANY = "application/cloudevents-batch+json";

  /// As many as a batch of JSON has.
  private static final int MOST = 10_000;

  /// Names of context attributes; what is added to them is an extension, and no business of ours.
  private static final Pattern ATTRIBUTE = Pattern.compile("[a-z0-9]{1,100}");

  private static final Set<String> REQUIRED = Set.of("specversion", "id", "source", "type");

  private final ObjectMapper json;

  EventBinding(ObjectMapper json) {
    this.json = json;
  }

  /// The reports of one event or of a batch of them.
  ///
  /// @throws ProblemException where an event is none, or what it says is no report
  public <R> List<R> bind(ReportKind<R> kind, JsonNode sent, boolean batch) {
    if (batch ? !sent.isArray() : !sent.isObject()) {
      throw new ProblemException(
          Problems.MALFORMED,
          batch ? "A batch of events is a JSON array." : "An event is a JSON object.");
    }
    if (!batch) {
      return List.of(bind(kind, sent, ""));
    }
    if (sent.isEmpty() || sent.size() > MOST) {
      throw ProblemException.invalid("", "size must be between 1 and %d".formatted(MOST));
    }
    List<R> reports = new ArrayList<>(sent.size());
    for (int i = 0; i < sent.size(); i++) {
      reports.add(bind(kind, sent.get(i), "/" + i));
    }
    return reports;
  }

  private <R> R bind(ReportKind<R> kind, JsonNode event, String at) {
    List<FieldError> faults = faults(event, at);
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    ObjectNode report = event.get("data").deepCopy();
    report.set("source", event.get("source"));
    report.set("sourceId", event.get("id"));
    try {
      return json.treeToValue(report, kind.request());
    } catch (JsonProcessingException e) {
      ProblemException fault = InvalidRequests.unreadable(e);
      throw new ProblemException(
          fault.type(),
          fault.detail(),
          fault.errors().stream()
              .map(error -> FieldError.at(at + "/data" + error.pointer(), error.detail()))
              .toList());
    }
  }

  private static List<FieldError> faults(JsonNode event, String at) {
    if (!event.isObject()) {
      return List.of(FieldError.at(at, "must be an event: a JSON object"));
    }
    List<FieldError> faults = new ArrayList<>();
    for (Iterator<String> names = event.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!ATTRIBUTE.matcher(name).matches() && !name.equals("data_base64")) {
        faults.add(
            FieldError.at(
                at + "/" + name.replace("~", "~0").replace("/", "~1"),
                "is no name of a context attribute: lower-case letters and digits"));
      }
    }
    for (String name : REQUIRED.stream().sorted().toList()) {
      if (!event.path(name).isTextual() || event.path(name).asText().isEmpty()) {
        faults.add(FieldError.at(at + "/" + name, "must be a text that is not empty"));
      }
    }
    if (event.path("specversion").isTextual()
        && !event.path("specversion").asText().equals("1.0")) {
      faults.add(FieldError.at(at + "/specversion", "must be 1.0"));
    }
    String type = event.path("datacontenttype").asText("application/json");
    if (!type.matches("(?i)application/(.+\\+)?json(;.*)?")) {
      faults.add(FieldError.at(at + "/datacontenttype", "must be JSON"));
    }
    JsonNode data = event.path("data");
    if (!data.isObject()) {
      faults.add(FieldError.at(at + "/data", "must be the report: a JSON object"));
    } else if (data.has("source") || data.has("sourceId")) {
      faults.add(
          FieldError.at(at + "/data", "takes neither source nor sourceId: the event has them"));
    }
    return faults;
  }
}
