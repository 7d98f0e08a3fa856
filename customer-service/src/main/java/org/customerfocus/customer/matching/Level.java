package org.customerfocus.customer.matching;

import java.util.Locale;

/// How far two values of one field agree.
public enum Level {
  /// The same after normalisation.
  EXACT,
  /// The two values stand in each other's field: given and family name, street and its addition.
  SWAPPED,
  /// One slip of the pen apart: an edit, two neighbouring characters, a blank; day and month of a
  /// date exchanged.
  CLOSE,
  /// Alike but not by one slip: similar spelling, equal sound, an initial, two digits of a date.
  SIMILAR,
  /// Something else.
  DIFFERENT,
  /// One of the two records has no value: says nothing either way.
  MISSING;

  static final int COUNT = values().length;
  private static final Level[] ALL = values();

  static Level of(int ordinal) {
    return ALL[ordinal];
  }

  /// Its place in an array, and in a pattern of levels; nothing that is kept depends on it.
  @SuppressWarnings("EnumOrdinal")
  int place() {
    return ordinal();
  }

  /// Lower case, as it is written in JSON.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
