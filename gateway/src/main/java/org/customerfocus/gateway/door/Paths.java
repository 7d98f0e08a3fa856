package org.customerfocus.gateway.door;

/// What a path must not be.
final class Paths {

  private Paths() {}

  /// Whether some segment is `.` or `..`, percent-encoded or not: the gateway would take it for a
  /// parameter, the service for a step to another path.
  static boolean hasDotSegment(String path) {
    int from = 0;
    while (from < path.length()) {
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      if (isDots(path, from, end)) {
        return true;
      }
      from = end + 1;
    }
    return false;
  }

  private static boolean isDots(String path, int from, int end) {
    int at = from;
    int dots = 0;
    while (at < end) {
      if (path.charAt(at) == '.') {
        at++;
      } else if (path.regionMatches(true, at, "%2e", 0, 3)) {
        at += 3;
      } else {
        return false;
      }
      dots++;
    }
    return dots == 1 || dots == 2;
  }
}
