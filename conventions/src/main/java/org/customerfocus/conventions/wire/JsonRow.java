package org.customerfocus.conventions.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/// A row of the database in the form that clients know: members in camelCase, absent where there is
/// no value.
public final class JsonRow {

  private JsonRow() {}

  /// @param row as `to_jsonb` writes it
  public static ObjectNode of(ObjectMapper json, String row) {
    try {
      ObjectNode named = json.createObjectNode();
      json.readTree(row)
          .properties()
          .forEach(
              each -> {
                if (!each.getValue().isNull()) {
                  named.set(camel(each.getKey()), each.getValue());
                }
              });
      return named;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("PostgreSQL wrote no JSON", e);
    }
  }

  private static String camel(String column) {
    String[] words = column.split("_", -1);
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[i].substring(1));
    }
    return name.toString();
  }
}
