package org.customerfocus.gateway.contract;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A path of an OpenAPI document, such as `/v1/customers/{id}`, as its segments.
///
/// @param segments the parts between slashes; a parameter keeps its braces
record PathTemplate(List<String> segments) {

  PathTemplate {
    segments = List.copyOf(segments);
  }

  static PathTemplate parse(String path) {
    if (!path.startsWith("/")) {
      throw new ContractConflict("The path %s does not start with a slash".formatted(path));
    }
    return new PathTemplate(Arrays.asList(path.substring(1).split("/", -1)));
  }

  /// Whether a segment holds a parameter. One that mixes text and parameter (`{id}.csv`) counts: it
  /// matches more than one text.
  static boolean isParameter(String segment) {
    return segment.contains("{");
  }

  /// The path without the names of its parameters: two paths of one shape match the very same
  /// requests, whatever their parameters are called.
  String shape() {
    return segments.stream()
        .map(segment -> segment.replaceAll("\\{[^}]*}", "{}"))
        .collect(Collectors.joining("/", "/", ""));
  }

  /// Whether some request would match both. Segments that mix text and parameters are compared by
  /// the text around the parameter.
  boolean overlaps(PathTemplate other) {
    if (segments.size() != other.segments.size()) {
      return false;
    }
    for (int i = 0; i < segments.size(); i++) {
      if (!segmentsOverlap(segments.get(i), other.segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean segmentsOverlap(String one, String two) {
    if (!isParameter(one) && !isParameter(two)) {
      return one.equals(two);
    }
    return eitherStarts(before(one), before(two)) && eitherEnds(after(one), after(two));
  }

  private static boolean eitherStarts(String one, String two) {
    return one.startsWith(two) || two.startsWith(one);
  }

  private static boolean eitherEnds(String one, String two) {
    return one.endsWith(two) || two.endsWith(one);
  }

  private static String before(String segment) {
    int brace = segment.indexOf('{');
    return brace < 0 ? segment : segment.substring(0, brace);
  }

  private static String after(String segment) {
    int brace = segment.lastIndexOf('}');
    return brace < 0 ? segment : segment.substring(brace + 1);
  }
}
