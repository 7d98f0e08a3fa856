package org.customerfocus.customer.need;

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

/// What each segment requires, as a table, over HTTP.
@Path("/v1/requirement-matrix.csv")
@Tag(name = "Requirements")
@RunOnVirtualThread
@Produces("text/csv")
public class RequirementMatrixCsvResource {

  private final RequirementMatrix matrix;

  RequirementMatrixCsvResource(RequirementMatrix matrix) {
    this.matrix = matrix;
  }

  @GET
  @Operation(
      operationId = "downloadRequirementMatrix",
      summary = "Download the requirement matrix",
      description =
          "The same numbers as in JSON, one row a cell, whole however long. Text that a spreadsheet"
              + " would take for a formula has an apostrophe before it.")
  @APIResponse(
      responseCode = "200",
      description = "The matrix as of now.",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples = @ExampleObject(name = "example", value = RequirementMatrix.CSV_EXAMPLE)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@BeanParam @Valid MatrixQuery query) {
    matrix.check(query);
    StreamingOutput rows = out -> matrix.write(query, out);
    return Response.ok(rows, "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"requirement-matrix.csv\"")
        .build();
  }
}
