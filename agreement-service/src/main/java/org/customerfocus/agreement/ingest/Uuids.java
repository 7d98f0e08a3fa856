package org.customerfocus.agreement.ingest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the common form of a UUID out of a buffer.
final class Uuids {

  private static final int LENGTH = 36;

  private Uuids() {}

  /// @return null where there is no UUID of 36 characters
  static @Nullable UUID parse(char[] text, int from) {
    long most = 0;
    long least = 0;
    int digits = 0;
    for (int i = 0; i < LENGTH; i++) {
      char c = text[from + i];
      if (i == 8 || i == 13 || i == 18 || i == 23) {
        if (c != '-') {
          return null;
        }
        continue;
      }
      int digit = Character.digit(c, 16);
      if (digit < 0 || c > 'f') {
        return null;
      }
      if (digits++ < 16) {
        most = most << 4 | digit;
      } else {
        least = least << 4 | digit;
      }
    }
    return new UUID(most, least);
  }
}
