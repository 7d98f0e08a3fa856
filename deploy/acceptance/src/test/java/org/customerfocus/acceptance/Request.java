package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.TreeMap;

/// A request, without the credential that it is sent with.
///
/// @param path with its query
record Request(String method, String path, Map<String, String> headers, byte[] body) {

  private static final byte[] NOTHING = {};

  static Request of(String method, String path) {
    return new Request(method, path, Map.of(), NOTHING);
  }

  static Request get(String path) {
    return of("GET", path);
  }

  static Request post(String path, JsonNode body) {
    return of("POST", path).json(body);
  }

  static Request patch(String path, JsonNode body) {
    return of("PATCH", path).with("Content-Type", "application/merge-patch+json").body(body);
  }

  Request with(String header, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(header, value);
    return new Request(method, path, more, body);
  }

  Request without(String header) {
    Map<String, String> fewer = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    fewer.putAll(headers);
    fewer.remove(header);
    return new Request(method, path, fewer, body);
  }

  Request at(String otherPath) {
    return new Request(method, otherPath, headers, body);
  }

  Request query(String name, String value) {
    String separator = path.contains("?") ? "&" : "?";
    return at(path + separator + name + "=" + Api.encode(value));
  }

  Request json(JsonNode json) {
    return with("Content-Type", "application/json").body(json);
  }

  Request body(JsonNode json) {
    return body(Api.write(json));
  }

  Request body(byte[] bytes) {
    return new Request(method, path, headers, bytes);
  }

  BodyPublisher publisher() {
    return body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
  }

  String pathOnly() {
    int question = path.indexOf('?');
    return question < 0 ? path : path.substring(0, question);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
