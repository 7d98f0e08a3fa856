package org.customerfocus.customer.exporting;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.customerfocus.conventions.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which rows of a list a file has, and in which order.
public class ExportQuery {

  private static final int PAGE = 500;

  @QueryParam("filter")
  @Size(min = 1, max = 2000)
  @Parameter(description = "As in the list of the same name.")
  public @Nullable String filter;

  @QueryParam("sort")
  @Size(min = 1, max = 100)
  @Parameter(description = "As in the list of the same name.")
  public @Nullable String sort;

  PageQuery page(@Nullable String cursor) {
    PageQuery query = new PageQuery();
    query.filter = filter;
    query.sort = sort;
    query.limit = PAGE;
    query.cursor = cursor;
    return query;
  }
}
