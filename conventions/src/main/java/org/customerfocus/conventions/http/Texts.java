package org.customerfocus.conventions.http;

/// What text the platform accepts.
public final class Texts {

  private Texts() {}

  /// Whether PostgreSQL can keep the text: no U+0000 and no half of a surrogate pair.
  public static boolean storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        boolean paired =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
