package org.customerfocus.conventions.servicetime;

import java.time.LocalDate;

/// The days on which nobody is there although it is a weekday.
@FunctionalInterface
public interface Holidays {

  /// No day is one.
  Holidays NONE = day -> false;

  boolean includes(LocalDate day);
}
