package org.customerfocus.survey.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads `application/x-www-form-urlencoded`. The framework's own reader bounds each field to 2
/// KiB, which is less than people write; here the body as a whole is bounded.
final class PostedForm {

  /// A field that people do not see: what is written into it was written by a program.
  static final String TRAP = "website";

  private static final int MOST_FIELDS = 20_000;

  private PostedForm() {}

  static Fields read(@Nullable String body) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (body == null || body.isEmpty()) {
      return new Fields(values);
    }
    for (String pair : body.split("&", MOST_FIELDS)) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }
    return new Fields(values);
  }

  /// Without what no text can hold: NUL is no character of the database, and line ends are one.
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8)
          .replace("\0", "")
          .replace("\r\n", "\n");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
