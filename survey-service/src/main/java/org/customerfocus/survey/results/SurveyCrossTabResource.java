package org.customerfocus.survey.results;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Cross-tabulations of a survey, over HTTP.
@Path("/v1/surveys/{id}/cross-tabs")
@Tag(name = "Results")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SurveyCrossTabResource {

  private final Results results;

  SurveyCrossTabResource(Results results) {
    this.results = results;
  }

  @GET
  @Operation(
      operationId = "getSurveyCrossTab",
      summary = "Cross-tabulate a survey",
      description =
          "How the answers to one question are spread over the parts of a split, with chi-square and"
              + " Cramér's V. Counts are told and withheld as in results.")
  @APIResponse(
      responseCode = "200",
      description = "The table as of now.",
      content = @Content(schema = @Schema(implementation = SurveyCrossTabView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public SurveyCrossTabView get(@PathParam("id") UUID id, @BeanParam @Valid CrossTabQuery query) {
    return results.crossTab(id, query);
  }
}
