package org.customerfocus.agreement.ingest;

/// Reads a plain decimal: at most twelve digits, and nine behind the point.
final class Values {

  private static final int WHOLE = 12;
  private static final int DECIMALS = 9;

  private Values() {}

  /// @return false for another form, or a number out of these bounds
  static boolean read(char[] text, int from, int length, Report into) {
    int end = from + length;
    boolean negative = from < end && text[from] == '-';
    int at = negative ? from + 1 : from;
    int start = at;
    long whole = 0;
    for (; at < end && isDigit(text[at]); at++) {
      whole = whole * 10 + (text[at] - '0');
      if (at - start >= WHOLE) {
        return false;
      }
    }
    if (at == start) {
      return false;
    }
    int nanos = 0;
    int places = 0;
    if (at < end && text[at] == '.') {
      for (at++; at < end && isDigit(text[at]); at++, places++) {
        if (places == DECIMALS) {
          return false;
        }
        nanos = nanos * 10 + (text[at] - '0');
      }
      if (places == 0) {
        return false;
      }
    }
    // The bound itself, with decimals, lies beyond it.
    if (at != end || (whole == Report.MOST && nanos > 0)) {
      return false;
    }
    for (; places < DECIMALS; places++) {
      nanos *= 10;
    }
    into.value(negative && (whole > 0 || nanos > 0), whole, nanos);
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
