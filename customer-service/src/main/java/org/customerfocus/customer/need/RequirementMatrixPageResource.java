package org.customerfocus.customer.need;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.customerfocus.conventions.html.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What each segment requires, as a page to print, over HTTP.
@Path("/v1/requirement-matrix.html")
@Tag(name = "Requirements")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class RequirementMatrixPageResource {

  private final RequirementMatrix matrix;
  private final Pages pages;
  private final InstantSource clock;

  RequirementMatrixPageResource(RequirementMatrix matrix, Pages pages, InstantSource clock) {
    this.matrix = matrix;
    this.pages = pages;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "showRequirementMatrix",
      summary = "Show the requirement matrix",
      description = "The same numbers as in JSON, rounded, as a page to read and print.")
  @APIResponse(
      responseCode = "200",
      description = "The matrix as of now.",
      content =
          @Content(
              mediaType = MediaType.TEXT_HTML,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples = @ExampleObject(name = "example", value = "<h1>Requirement matrix</h1>")))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@BeanParam @Valid MatrixQuery query) {
    return pages.answer(
        "requirement-matrix",
        Map.of(
            "matrix",
            MatrixPage.of(matrix.whole(query)),
            "asOf",
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
  }
}
