package org.customerfocus.survey.report;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.customerfocus.survey.driver.DriversQuery;
import org.customerfocus.survey.results.PeriodUnit;
import org.customerfocus.survey.results.ResultsQuery;
import org.customerfocus.survey.results.TrendQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The parameters of a report of a survey: those of results, and what is told besides.
public class ReportQuery extends ResultsQuery {

  @QueryParam("period")
  @Parameter(description = "Tells the scores over time as well, by periods of this length.")
  public @Nullable PeriodUnit period;

  @QueryParam("timeZone")
  @DefaultValue("UTC")
  @Size(min = 1, max = 60)
  @Parameter(
      description = "The IANA time zone in which days begin and end.",
      example = "Europe/Zurich")
  public String timeZone = "UTC";

  @QueryParam("outcome")
  @Size(min = 1, max = 64)
  @Parameter(description = "Tells the key drivers of this question as well.", example = "recommend")
  public @Nullable String outcome;

  @QueryParam("item")
  @Size(max = 20)
  @Parameter(description = "The items that may drive the outcome, as drivers take them.")
  public List<@Size(min = 1, max = 64) String> items = List.of();

  TrendQuery trend(PeriodUnit of) {
    TrendQuery query = new TrendQuery();
    query.period = of;
    query.timeZone = timeZone;
    query.questions = questions;
    query.level = level;
    query.npsInterval = npsInterval;
    return query;
  }

  DriversQuery drivers(String of) {
    DriversQuery query = new DriversQuery();
    query.outcome = of;
    query.items = items;
    query.level = level;
    return query;
  }
}
