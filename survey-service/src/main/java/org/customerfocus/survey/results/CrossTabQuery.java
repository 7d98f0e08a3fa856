package org.customerfocus.survey.results;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The parameters of a cross-tabulation.
public class CrossTabQuery {

  @QueryParam("row")
  @NotNull
  @Size(min = 1, max = 64)
  @Parameter(
      description = "What makes the rows, as splitBy of results does.",
      required = true,
      example = "region")
  @SuppressWarnings("NullAway.Init")
  public String row;

  @QueryParam("column")
  @NotNull
  @Size(min = 1, max = 64)
  @Parameter(
      description = "The linkId of the question whose answers make the columns.",
      required = true,
      example = "channel")
  @SuppressWarnings("NullAway.Init")
  public String column;

  @QueryParam("level")
  @Size(min = 1, max = 10)
  @Parameter(
      description = "The confidence level of the intervals; 0.95 unless said otherwise.",
      schema = @Schema(type = SchemaType.NUMBER, minimum = "0.5", maximum = "0.999"))
  public @Nullable String level;

  /// As results are asked for it.
  ResultsQuery results() {
    ResultsQuery query = new ResultsQuery();
    query.splitBy = row;
    query.questions = List.of(column);
    query.level = level;
    return query;
  }
}
