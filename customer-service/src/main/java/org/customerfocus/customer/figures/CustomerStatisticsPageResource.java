package org.customerfocus.customer.figures;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.customerfocus.conventions.html.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Customer statistics as a page, over HTTP.
@Path("/v1/customer-statistics.html")
@Tag(name = "Customer statistics")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class CustomerStatisticsPageResource {

  private final CustomerStatistics statistics;
  private final Pages pages;

  CustomerStatisticsPageResource(CustomerStatistics statistics, Pages pages) {
    this.statistics = statistics;
    this.pages = pages;
  }

  @GET
  @Operation(
      operationId = "showCustomerStatistics",
      summary = "Show customer statistics",
      description =
          "The same numbers as in JSON as a page to read and print: plots, each with its table.")
  @APIResponse(
      responseCode = "200",
      description = "The statistics as of now.",
      content =
          @Content(
              mediaType = MediaType.TEXT_HTML,
              schema = @Schema(type = SchemaType.STRING, maxLength = 10_000_000),
              examples = @ExampleObject(name = "example", value = "<!doctype html>…")))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@BeanParam @Valid StatisticsQuery query) {
    return pages.answer("customer-statistics", CustomerStatisticsPage.of(statistics.of(query)));
  }
}
