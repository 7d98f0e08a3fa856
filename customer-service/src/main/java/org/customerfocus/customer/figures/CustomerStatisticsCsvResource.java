package org.customerfocus.customer.figures;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Customer statistics as a table, over HTTP.
@Path("/v1/customer-statistics.csv")
@Tag(name = "Customer statistics")
@RunOnVirtualThread
@Produces("text/csv")
public class CustomerStatisticsCsvResource {

  private final CustomerStatistics statistics;

  CustomerStatisticsCsvResource(CustomerStatistics statistics) {
    this.statistics = statistics;
  }

  @GET
  @Operation(
      operationId = "downloadCustomerStatistics",
      summary = "Download customer statistics",
      description = "The same numbers as in JSON, one row a count or figure.")
  @APIResponse(
      responseCode = "200",
      description = "The statistics as of now.",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples = @ExampleObject(name = "example", value = CustomerStatisticsCsv.EXAMPLE)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@BeanParam @Valid StatisticsQuery query) {
    CustomerStatisticsView found = statistics.of(query);
    StreamingOutput rows = out -> CustomerStatisticsCsv.write(found, out);
    return Response.ok(rows, "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"customer-statistics.csv\"")
        .build();
  }
}
