package org.customerfocus.conventions.servicetime;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The public holidays of a country, and of a part of it. They are read when they are first asked
/// for.
///
/// @param country its ISO 3166-1 code in lower case, such as `de`
/// @param region the part, as in ISO 3166-2 without the country, in lower case, such as `by`
public record PublicHolidays(String country, @Nullable String region) implements Holidays {

  /// Whether the country's holidays are known.
  public static boolean knows(String country) {
    return HolidayManager.getSupportedCalendarCodes().contains(country.toUpperCase(Locale.ROOT));
  }

  /// Whether the region's holidays are known, of a country whose are.
  public boolean knowsRegion() {
    CalendarHierarchy whole = manager().getCalendarHierarchy();
    return region == null || whole.getChildren().containsKey(region);
  }

  @Override
  public boolean includes(LocalDate day) {
    return region == null ? manager().isHoliday(day) : manager().isHoliday(day, region);
  }

  private HolidayManager manager() {
    return HolidayManager.getInstance(ManagerParameters.create(country));
  }
}
