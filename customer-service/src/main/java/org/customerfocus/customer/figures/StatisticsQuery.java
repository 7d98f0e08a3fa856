package org.customerfocus.customer.figures;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.statistics.PeriodUnit;
import org.customerfocus.customer.statistics.Periods;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The parameters of customer statistics.
public class StatisticsQuery {

  private static final int USUAL = 12;
  private static final double USUAL_LEVEL = 0.95;
  private static final double LEAST = 0.5;
  private static final double MOST = 0.999;

  @QueryParam("interval")
  @DefaultValue("month")
  @Parameter(description = "How long a period is; weeks begin on Monday.")
  public PeriodUnit interval = PeriodUnit.MONTH;

  @QueryParam("from")
  @Parameter(
      description =
          "A day in the first period; without it the answer begins eleven periods before the last.")
  public @Nullable LocalDate from;

  @QueryParam("to")
  @Parameter(
      description =
          "The first day that is told about no more; without it the running period is the last."
              + " Periods are told whole, 120 at most.")
  public @Nullable LocalDate to;

  @QueryParam("zone")
  @DefaultValue("UTC")
  @Size(min = 1, max = 60)
  @Parameter(
      description = "The IANA time zone in which days begin and end.",
      example = "Europe/Zurich")
  public String zone = "UTC";

  @QueryParam("providerPartyId")
  @Parameter(description = "Whose customers; the tenant's own organisation's without it.")
  public @Nullable UUID providerPartyId;

  @QueryParam("cohortBy")
  @DefaultValue("became-current")
  @Parameter(description = "What puts a customer into the cohort of a period.")
  public CohortBy cohortBy = CohortBy.BECAME_CURRENT;

  @QueryParam("retainedBy")
  @DefaultValue("lifecycle")
  @Parameter(description = "What shows that a customer of a cohort is still one later.")
  public RetainedBy retainedBy = RetainedBy.LIFECYCLE;

  @QueryParam("level")
  @Size(min = 1, max = 10)
  @Parameter(
      description = "The confidence level of the intervals; 0.95 unless said otherwise.",
      schema = @Schema(type = SchemaType.NUMBER, minimum = "0.5", maximum = "0.999"))
  public @Nullable String level;

  /// @throws ProblemException 400 where they are none, or too many
  Periods periods(Instant now) {
    ZoneId in = zoneId();
    LocalDate today = LocalDate.ofInstant(now, in);
    LocalDate end = to == null ? today.plusDays(1) : to;
    LocalDate begin = from == null ? Periods.before(interval, end.minusDays(1), USUAL - 1) : from;
    Periods periods = Periods.of(interval, in, begin, end, today);
    if (periods.size() == 0) {
      throw ProblemException.parameter("from", "must be before to, and not in the future");
    }
    if (periods.size() > Periods.MOST) {
      throw ProblemException.parameter(
          "from", "makes more than %d periods; ask for fewer".formatted(Periods.MOST));
    }
    return periods;
  }

  private ZoneId zoneId() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw ProblemException.parameter("zone", "must be an IANA time zone such as Europe/Zurich");
    }
  }

  double confidence() {
    if (level == null) {
      return USUAL_LEVEL;
    }
    try {
      double asked = Double.parseDouble(level);
      if (asked >= LEAST && asked <= MOST) {
        return asked;
      }
    } catch (NumberFormatException e) {
      // Answered below, as for a level out of bounds.
    }
    throw ProblemException.parameter("level", "must be a number from 0.5 to 0.999");
  }
}
