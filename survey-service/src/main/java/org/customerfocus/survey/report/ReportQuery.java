package org.customerfocus.survey.report;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.customerfocus.survey.driver.DriversQuery;
import org.customerfocus.survey.gap.GapsQuery;
import org.customerfocus.survey.index.IndexQuery;
import org.customerfocus.survey.results.PeriodUnit;
import org.customerfocus.survey.results.ResultsQuery;
import org.customerfocus.survey.results.TrendQuery;
import org.customerfocus.survey.results.WeightedResultsQuery;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

  @QueryParam("gaps")
  @DefaultValue("false")
  @Parameter(description = "Tells the gaps between expectation and perception as well.")
  public Boolean gaps = false;

  @QueryParam("allocation")
  @Size(min = 1, max = 64)
  @Parameter(description = "The constant sum that weights the gaps, as gaps take it.")
  public @Nullable String allocation;

  @QueryParam("component")
  @Size(max = 20)
  @Parameter(
      description =
          "Tells an index of these questions as well: each with its weight, such as overall:0.4, as"
              + " index takes them.")
  public List<@Pattern(regexp = IndexQuery.COMPONENT) String> components = List.of();

  @QueryParam("target")
  @Size(max = 200)
  @Parameter(
      description =
          "Tells the scores weighted to a population as well: how many of it have a value, such as"
              + " region:north:1200, as weighted results take them.")
  public List<@Size(min = 5, max = 600) String> targets = List.of();

  @QueryParam("tolerance")
  @Size(min = 1, max = 20)
  @Parameter(
      description = "How far a margin of the population may be off, as weighted results take it.",
      schema = @Schema(type = SchemaType.NUMBER, minimum = "0.000000001", maximum = "0.01"))
  public @Nullable String tolerance;

  @QueryParam("trimLeast")
  @Size(min = 1, max = 20)
  @Parameter(
      description = "The least weight, as weighted results take it.",
      schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "1"))
  public @Nullable String trimLeast;

  @QueryParam("trimMost")
  @Size(min = 1, max = 20)
  @Parameter(
      description = "The largest weight, as weighted results take it.",
      schema = @Schema(type = SchemaType.NUMBER, minimum = "1", maximum = "1000"))
  public @Nullable String trimMost;

  @QueryParam("finitePopulation")
  @DefaultValue("false")
  @Parameter(description = "Whether the targets are all people there are.")
  public Boolean finitePopulation = false;

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

  GapsQuery ofGaps() {
    GapsQuery query = new GapsQuery();
    query.allocation = allocation;
    query.level = level;
    return query;
  }

  IndexQuery ofIndex() {
    IndexQuery query = new IndexQuery();
    query.components = components;
    query.level = level;
    return query;
  }

  /// @param scored the questions of the report that have scores
  WeightedResultsQuery weighting(List<String> scored) {
    WeightedResultsQuery query = new WeightedResultsQuery();
    query.targets = targets;
    query.tolerance = tolerance;
    query.trimLeast = trimLeast;
    query.trimMost = trimMost;
    query.finitePopulation = finitePopulation;
    query.questions = scored;
    query.level = level;
    query.npsInterval = npsInterval;
    return query;
  }
}
