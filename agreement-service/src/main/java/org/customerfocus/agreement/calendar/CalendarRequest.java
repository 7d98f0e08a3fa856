package org.customerfocus.agreement.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.customerfocus.agreement.calendar.CalendarHours.HolidaysOf;
import org.customerfocus.agreement.calendar.CalendarHours.SingleDay;
import org.customerfocus.agreement.calendar.CalendarHours.WeekHours;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A service calendar, as a client describes it.
@Schema(description = "When a service is there, as the clocks of one time zone show it.")
record CalendarRequest(
    @Schema(description = "Its name, unique within the tenant.") @NotBlank @Size(max = 200)
        String name,
    @Schema(description = "The IANA time zone whose clocks count.", examples = "Europe/Berlin")
        @NotBlank
        @Size(max = 64)
        String timeZone,
    @NotNull
        @Size(min = 1, max = 50)
        @Schema(description = "The hours of the week; a break lies between two entries of a day.")
        List<@NotNull @Valid WeekHours> week,
    @Size(max = 20)
        @Schema(description = "Whose public holidays are days without hours; none unless given.")
        @Nullable List<@NotNull @Valid HolidaysOf> holidays,
    @Size(max = 400)
        @Schema(description = "Days that are not like their weekday, holidays included.")
        @Nullable List<@NotNull @Valid SingleDay> exceptions) {

  CalendarRequest {
    holidays = holidays == null ? List.of() : holidays;
    exceptions = exceptions == null ? List.of() : exceptions;
  }

  // Clients may leave these out; a request that was read has them all the same.
  @Override
  public List<HolidaysOf> holidays() {
    return Objects.requireNonNull(holidays);
  }

  @Override
  public List<SingleDay> exceptions() {
    return Objects.requireNonNull(exceptions);
  }

  CalendarHours hours() {
    return new CalendarHours(week, holidays(), exceptions());
  }

  CalendarRequest requireConsistent() {
    List<FieldError> faults = new ArrayList<>();
    if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
      faults.add(FieldError.at("/timeZone", "must be an IANA time zone, such as Europe/Berlin"));
    }
    faults.addAll(hours().faults());
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    return this;
  }
}
