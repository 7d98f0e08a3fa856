package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// An operation as the document describes it.
///
/// @param path the template, such as `/v1/offerings/{id}`
/// @param definition its node, references to parameters resolved
record Operation(String id, String method, String path, JsonNode definition) {

  /// A path or query parameter.
  ///
  /// @param schema with references resolved
  record Parameter(String name, String in, JsonNode schema) {}

  Set<String> scopes() {
    Set<String> scopes = new TreeSet<>();
    definition
        .path("security")
        .forEach(each -> each.forEach(names -> names.forEach(name -> scopes.add(name.asText()))));
    return scopes;
  }

  /// Whether it may be called without a credential.
  boolean isOpen() {
    JsonNode security = definition.path("security");
    if (security.isEmpty()) {
      return true;
    }
    for (JsonNode alternative : security) {
      if (alternative.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  List<Parameter> parameters(String in) {
    List<Parameter> found = new ArrayList<>();
    for (JsonNode each : definition.path("parameters")) {
      if (each.path("in").asText().equals(in)) {
        found.add(new Parameter(each.path("name").asText(), in, each.path("schema")));
      }
    }
    return found;
  }

  /// A list takes a cursor.
  boolean isList() {
    return method.equals("GET")
        && parameters("query").stream().anyMatch(each -> each.name().equals("cursor"));
  }

  /// Whether whoever asks chooses the order.
  boolean isSortable() {
    return parameters("query").stream().anyMatch(each -> each.name().equals("sort"));
  }

  boolean changes() {
    return method.equals("PATCH") || method.equals("PUT") || method.equals("DELETE");
  }

  boolean hasJsonBody() {
    // Lines of JSON are a file, which is judged as one.
    return requestMedia().contains("json") && !requestMedia().contains("ndjson");
  }

  boolean hasBody() {
    return !requestMedia().isEmpty();
  }

  /// The media type of its body, or the empty text.
  String requestMedia() {
    var names = definition.path("requestBody").path("content").fieldNames();
    return names.hasNext() ? names.next() : "";
  }

  /// The documented example of its body.
  JsonNode example() {
    JsonNode examples =
        definition.path("requestBody").path("content").path(requestMedia()).path("examples");
    if (examples.isEmpty()) {
      throw new AssertionError(id + " documents no example of its request body");
    }
    return examples.elements().next().path("value").deepCopy();
  }

  @Override
  public String toString() {
    return id;
  }
}
