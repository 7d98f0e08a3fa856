package org.customerfocus.survey.results;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The parameters of a trend.
public class TrendQuery {

  @QueryParam("period")
  @DefaultValue("month")
  @Parameter(description = "How long a period is; weeks begin on Monday.")
  public PeriodUnit period = PeriodUnit.MONTH;

  @QueryParam("timeZone")
  @DefaultValue("UTC")
  @Size(min = 1, max = 60)
  @Parameter(
      description =
          "The IANA time zone in which days begin and end. Anonymous surveys keep the day in UTC"
              + " alone, and are told by it.",
      example = "Europe/Zurich")
  public String timeZone = "UTC";

  @QueryParam("from")
  @Parameter(
      description =
          "A day in the first period; the first response's without it, at most 400 periods before"
              + " the last.")
  public @Nullable LocalDate from;

  @QueryParam("to")
  @Parameter(
      description =
          "The first day that is told about no more; without it the last period is that of the last"
              + " response. Periods are told whole, 400 at most.")
  public @Nullable LocalDate to;

  @QueryParam("question")
  @Size(max = 200)
  @Parameter(
      description =
          "The linkId of a question to tell about, repeated for several; all that have scores"
              + " otherwise.")
  public List<@Size(min = 1, max = 64) String> questions = List.of();

  @QueryParam("level")
  @Size(min = 1, max = 10)
  @Parameter(
      description = "The confidence level of the intervals; 0.95 unless said otherwise.",
      schema = @Schema(type = SchemaType.NUMBER, minimum = "0.5", maximum = "0.999"))
  public @Nullable String level;

  @QueryParam("npsInterval")
  @DefaultValue("adjusted-wald")
  @Parameter(description = "Which interval a Net Promoter Score is given.")
  public NpsInterval npsInterval = NpsInterval.ADJUSTED_WALD;

  ZoneId zone() {
    return TimeZones.of(timeZone);
  }
}
