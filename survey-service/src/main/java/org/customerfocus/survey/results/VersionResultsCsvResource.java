package org.customerfocus.survey.results;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The results of a survey version as a table, over HTTP.
@Path("/v1/survey-versions/{id}/results.csv")
@Tag(name = "Results")
@RunOnVirtualThread
@Produces("text/csv")
public class VersionResultsCsvResource {

  private final Results results;

  VersionResultsCsvResource(Results results) {
    this.results = results;
  }

  @GET
  @Operation(
      operationId = "downloadSurveyVersionResults",
      summary = "Download the results of a survey version",
      description = "The same numbers as in JSON, one row a figure or a count.")
  @APIResponse(
      responseCode = "200",
      description = "The results as of now.",
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples = @ExampleObject(name = "example", value = ResultsCsv.EXAMPLE)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response get(@PathParam("id") UUID id, @BeanParam @Valid ResultsQuery query) {
    ResultsView found = results.ofVersion(id, query);
    StreamingOutput rows = out -> ResultsCsv.write(found, out);
    return Response.ok(rows, "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"results.csv\"")
        .build();
  }
}
