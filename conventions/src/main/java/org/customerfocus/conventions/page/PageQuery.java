package org.customerfocus.conventions.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The parameters of every list.
public class PageQuery {

  @QueryParam("limit")
  @DefaultValue("50")
  @Min(1)
  @Max(200)
  @Parameter(description = "How many items a page has at most.")
  public Integer limit = 50;

  @QueryParam("cursor")
  @Size(min = 1, max = 2000)
  @Parameter(description = "The nextCursor of the page before; with the same filter and sort.")
  public @Nullable String cursor;

  @QueryParam("filter")
  @Size(min = 1, max = 2000)
  @Parameter(
      description =
          "RSQL over the fields that the operation documents: == (a trailing * means prefix), !=,"
              + " =gt=, =ge=, =lt=, =le=, =in=, =out=, =null=true or =null=false; ; is and, a comma"
              + " is or. For a date or an instant a period such as -P90D counts from today or from"
              + " now, in UTC.")
  public @Nullable String filter;

  @QueryParam("sort")
  @Size(min = 1, max = 100)
  @Parameter(
      description =
          "The field to sort by; - before it sorts descending. The order of creation otherwise.")
  public @Nullable String sort;

  @QueryParam("total")
  @DefaultValue("false")
  @Parameter(description = "Whether to count all that match, which costs a second query.")
  public Boolean total = false;
}
