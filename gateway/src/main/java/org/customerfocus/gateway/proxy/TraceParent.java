package org.customerfocus.gateway.proxy;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// The `traceparent` header of W3C Trace Context, level 1: `version "-" trace-id "-" parent-id "-"
/// trace-flags`, lower-case hexadecimal of 2, 32, 16 and 2 digits.
final class TraceParent {

  static final String HEADER = "traceparent";

  private static final int LENGTH = 55;

  private TraceParent() {}

  /// Whether a header may be passed on. Version `ff` and all-zero ids are invalid by the standard;
  /// later versions may be longer and are cut by nobody.
  static boolean valid(@Nullable String header) {
    return header != null
        && (header.length() == LENGTH
            || (header.length() > LENGTH
                && header.charAt(LENGTH) == '-'
                && !header.startsWith("00")))
        && hex(header, 0, 2)
        && !header.startsWith("ff")
        && header.charAt(2) == '-'
        && hex(header, 3, 35)
        && notZero(header, 3, 35)
        && header.charAt(35) == '-'
        && hex(header, 36, 52)
        && notZero(header, 36, 52)
        && header.charAt(52) == '-'
        && hex(header, 53, LENGTH);
  }

  /// The start of a new trace.
  static String fresh() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    // The lowest bit is set so that neither id can be all zero.
    return "00-"
        + hex.toHexDigits(random.nextLong())
        + hex.toHexDigits(random.nextLong() | 1)
        + '-'
        + hex.toHexDigits(random.nextLong() | 1)
        + "-01";
  }

  private static boolean hex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  private static boolean notZero(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '0') {
        return true;
      }
    }
    return false;
  }
}
