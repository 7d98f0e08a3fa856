package org.customerfocus.agreement.ingest;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Map;

/// Dimensions as the JSON object that is stored.
final class Dimensions {

  static final int MOST = 20;

  private Dimensions() {}

  static boolean arePlain(Map<String, String> dimensions) {
    return dimensions.size() <= MOST
        && dimensions.entrySet().stream()
            .allMatch(
                each ->
                    Report.isPlain(each.getKey(), Report.LONGEST_NAME)
                        && Report.isValue(each.getValue()));
  }

  static String json(Map<String, String> dimensions) {
    if (dimensions.isEmpty()) {
      return "{}";
    }
    StringBuilder json = new StringBuilder("{");
    dimensions.forEach((name, value) -> add(json, name, String.valueOf(value)));
    return close(json);
  }

  static void add(StringBuilder json, String name, String value) {
    json.append(json.length() > 1 ? ",\"" : "\"");
    quote(json, name);
    json.append("\":\"");
    quote(json, value);
    json.append('"');
  }

  static String close(StringBuilder json) {
    return json.append('}').toString();
  }

  private static void quote(StringBuilder json, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        JsonStringEncoder.getInstance().quoteAsString(text.substring(i), json);
        return;
      }
      json.append(c);
    }
  }
}
