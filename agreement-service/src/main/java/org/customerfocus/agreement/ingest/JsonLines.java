package org.customerfocus.agreement.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads a line of JSON as a report where it is of the plain form that nearly all lines have. What
/// is not is left to the binding of all other requests, which says what is wrong, or reads it all
/// the same.
final class JsonLines {

  private final JsonFactory factory =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private final Set<String> members;

  /// @param members that a report has beside those of all kinds
  JsonLines(Set<String> members) {
    this.members = members;
  }

  /// @return false where the line is not of the plain form
  boolean read(byte[] line, int from, int length, Report into) {
    into.clear();
    try (JsonParser json = factory.createParser(line, from, length)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        json.nextToken();
        if (!member(name, json, into)) {
          return false;
        }
      }
      return json.hasToken(JsonToken.END_OBJECT) && json.nextToken() == null;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private boolean member(String name, JsonParser json, Report into) throws IOException {
    return switch (name) {
      case "source" -> (into.source = text(json)) != null;
      case "sourceId" -> (into.sourceId = text(json)) != null;
      case "metricId" -> (into.metricId = uuid(json, into.metricId)) != null;
      case "entity" -> entity(json, into);
      case "customerId" -> (into.customerId = uuid(json, into.customerId)) != null;
      case "offeringId" -> (into.offeringId = uuid(json, into.offeringId)) != null;
      case "dimensions" -> dimensions(json, into);
      default -> members.contains(name) && own(name, json, into);
    };
  }

  private static boolean own(String name, JsonParser json, Report into) throws IOException {
    return switch (name) {
      case "dueAt" -> (into.dueAt = time(json)) != Report.NONE;
      case "startedAt" -> (into.startedAt = time(json)) != Report.NONE;
      case "completedAt" -> (into.completedAt = time(json)) != Report.NONE;
      case "at" -> (into.at = time(json)) != Report.NONE;
      case "value" -> value(json, into);
      case "good" -> json.currentToken().isBoolean() && good(into, json.getBooleanValue());
      case "unknown" -> json.currentToken().isBoolean() && unknown(into, json.getBooleanValue());
      case "state", "action" -> (into.word = text(json)) != null;
      default -> false;
    };
  }

  private static boolean good(Report into, boolean good) {
    into.good = good;
    return true;
  }

  private static boolean unknown(Report into, boolean unknown) {
    into.unknown = unknown;
    return true;
  }

  private static @Nullable String text(JsonParser json) throws IOException {
    return json.hasToken(JsonToken.VALUE_STRING) ? json.getText() : null;
  }

  private static @Nullable UUID uuid(JsonParser json, @Nullable UUID given) throws IOException {
    if (!json.hasToken(JsonToken.VALUE_STRING) || given != null || json.getTextLength() != 36) {
      return null;
    }
    return Uuids.parse(json.getTextCharacters(), json.getTextOffset());
  }

  private static long time(JsonParser json) throws IOException {
    return json.hasToken(JsonToken.VALUE_STRING) ? Instants.micros(json.getText()) : Report.NONE;
  }

  private static boolean entity(JsonParser json, Report into) throws IOException {
    if (!json.hasToken(JsonToken.START_OBJECT)) {
      return false;
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      boolean known =
          switch (name) {
            case "type" -> (into.entityType = text(json)) != null;
            case "reference" -> (into.entityReference = text(json)) != null;
            default -> false;
          };
      if (!known) {
        return false;
      }
    }
    return true;
  }

  private static boolean dimensions(JsonParser json, Report into) throws IOException {
    if (!json.hasToken(JsonToken.START_OBJECT)) {
      return false;
    }
    StringBuilder object = new StringBuilder("{");
    int count = 0;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      String value = text(json);
      if (value == null
          || ++count > Dimensions.MOST
          || !Report.isPlain(name, Report.LONGEST_NAME)
          || !Report.isValue(value)) {
        return false;
      }
      Dimensions.add(object, name, value);
    }
    into.dimensions = Dimensions.close(object);
    return true;
  }

  /// Digits with a point at most, within the bounds of a value.
  private static boolean value(JsonParser json, Report into) throws IOException {
    if (!json.currentToken().isNumeric()) {
      return false;
    }
    return Values.read(json.getTextCharacters(), json.getTextOffset(), json.getTextLength(), into);
  }
}
