package org.customerfocus.survey.results;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.customerfocus.conventions.problem.ProblemException;

/// Time zones as parameters name them.
public final class TimeZones {

  private TimeZones() {}

  /// The zone with this IANA name. Offsets are refused: the database reads their sign the other way
  /// round, and they know no summer time.
  ///
  /// @throws ProblemException 400 when there is none
  public static ZoneId of(String name) {
    try {
      ZoneId zone = ZoneId.of(name);
      if (ZoneId.getAvailableZoneIds().contains(zone.getId())) {
        return zone;
      }
    } catch (DateTimeException e) {
      // Answered below, as for an offset.
    }
    throw ProblemException.parameter("timeZone", "must be an IANA time zone such as Europe/Zurich");
  }
}
