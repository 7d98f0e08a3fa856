package org.customerfocus.agreement.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import org.customerfocus.conventions.servicetime.ServiceCalendar;
import org.customerfocus.conventions.tenancy.VersionedEntity;

/// A service calendar as it is stored.
@Entity(name = "Calendar")
@Table(name = "calendar")
@SuppressWarnings("NullAway.Init")
class ServiceCalendarEntity extends VersionedEntity {

  private String name;
  private String timeZone;
  private CalendarHours hours;

  /// For Hibernate.
  protected ServiceCalendarEntity() {}

  ServiceCalendarEntity(CalendarRequest as, Instant now) {
    super(now);
    describe(as);
  }

  /// @return whether anything differs: a patch that changes nothing leaves the version as it is
  boolean change(CalendarRequest as, Instant now) {
    if (as.equals(describe())) {
      return false;
    }
    describe(as);
    touch(now);
    return true;
  }

  private void describe(CalendarRequest as) {
    name = as.name();
    timeZone = as.timeZone();
    hours = as.hours();
  }

  CalendarRequest describe() {
    return new CalendarRequest(name, timeZone, hours.week(), hours.holidays(), hours.exceptions());
  }

  ServiceCalendar calendar() {
    return hours.calendar(ZoneId.of(timeZone));
  }
}
