package org.customerfocus.conventions.time;

import java.time.LocalDate;
import java.util.List;
import org.customerfocus.conventions.problem.FieldError;
import org.jspecify.annotations.Nullable;

/// When something holds: from its first day to the first day on which it holds no more, dates in
/// the tenant's zone; an absent one is open.
public final class Validity {

  private Validity() {}

  /// What is wrong with the two together, at the pointer of the object that has them.
  public static List<FieldError> faults(
      @Nullable LocalDate validFrom, @Nullable LocalDate validTo, String at) {
    return validFrom != null && validTo != null && !validTo.isAfter(validFrom)
        ? List.of(FieldError.at(at + "/validTo", "must be after validFrom: the end is exclusive"))
        : List.of();
  }

  /// Whether something that is valid so holds on a date.
  public static boolean holdsOn(
      LocalDate date, @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {
    return (validFrom == null || !validFrom.isAfter(date))
        && (validTo == null || validTo.isAfter(date));
  }

  /// Whether there is a day on which both hold.
  public static boolean overlap(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable LocalDate otherFrom,
      @Nullable LocalDate otherTo) {
    return (from == null || otherTo == null || from.isBefore(otherTo))
        && (otherFrom == null || to == null || otherFrom.isBefore(to));
  }
}
