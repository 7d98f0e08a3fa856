package org.customerfocus.customer.matching;

import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/// How alike two normalised texts are.
final class Likeness {

  /// Below this Jaro–Winkler similarity two names are different names.
  private static final double SIMILAR = 0.85;

  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
  private static final DoubleMetaphone SOUND = new DoubleMetaphone();

  private Likeness() {}

  /// Names of people: one slip, an initial, an equal sound.
  static Level names(String left, String right) {
    Level level = texts(left, right);
    if (level != Level.DIFFERENT) {
      return level;
    }
    boolean initial =
        (left.length() == 1 || right.length() == 1) && left.charAt(0) == right.charAt(0);
    return initial || sound(left).equals(sound(right)) ? Level.SIMILAR : Level.DIFFERENT;
  }

  /// Any text: one slip, or similar spelling.
  static Level texts(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Level.MISSING;
    }
    if (left.equals(right)) {
      return Level.EXACT;
    }
    if (slip(left, right)) {
      return Level.CLOSE;
    }
    boolean part = shorter(left, right) >= 3 && (left.startsWith(right) || right.startsWith(left));
    return part || JARO_WINKLER.apply(left, right) >= SIMILAR ? Level.SIMILAR : Level.DIFFERENT;
  }

  /// Codes and numbers: one slip, since similar spelling means nothing for them.
  static Level codes(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Level.MISSING;
    }
    if (left.equals(right)) {
      return Level.EXACT;
    }
    return shorter(left, right) >= 2 && distance(left, right, 1) <= 1
        ? Level.CLOSE
        : Level.DIFFERENT;
  }

  /// Dates as eight digits.
  static Level dates(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Level.MISSING;
    }
    if (left.equals(right)) {
      return Level.EXACT;
    }
    if (left.length() == 8 && right.length() == 8) {
      boolean exchanged =
          left.regionMatches(0, right, 0, 4)
              && left.regionMatches(4, right, 6, 2)
              && left.regionMatches(6, right, 4, 2);
      if (exchanged) {
        return Level.CLOSE;
      }
    }
    int edits = distance(left, right, 2);
    return edits <= 1 ? Level.CLOSE : edits == 2 ? Level.SIMILAR : Level.DIFFERENT;
  }

  /// Whether one slip tells them apart, blanks aside; one letter of three or fewer is no slip.
  static boolean slip(String left, String right) {
    if (shorter(left, right) < 4) {
      return false;
    }
    if (distance(left, right, 1) <= 1) {
      return true;
    }
    return (left.indexOf(' ') >= 0 || right.indexOf(' ') >= 0)
        && distance(left.replace(" ", ""), right.replace(" ", ""), 1) <= 1;
  }

  /// The code of the sound of a text, after Philips' Double Metaphone.
  static String sound(String text) {
    String code = SOUND.doubleMetaphone(text);
    return code == null || code.isEmpty() ? text : code;
  }

  private static int shorter(String left, String right) {
    return Math.min(left.length(), right.length());
  }

  /// Edits, and exchanges of two neighbours, that lead from one text to the other: the optimal
  /// string alignment distance of Damerau (CACM 7, 1964), up to a limit.
  ///
  /// @return the distance, or `limit + 1` where it is greater
  static int distance(String left, String right, int limit) {
    if (Math.abs(left.length() - right.length()) > limit) {
      return limit + 1;
    }
    int width = right.length() + 1;
    int[] before = new int[width];
    int[] last = new int[width];
    int[] row = new int[width];
    for (int j = 0; j < width; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j < width; j++) {
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        int edits = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          edits = Math.min(edits, before[j - 2] + 1);
        }
        row[j] = edits;
        least = Math.min(least, edits);
      }
      if (least > limit) {
        return limit + 1;
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return Math.min(last[width - 1], limit + 1);
  }
}
