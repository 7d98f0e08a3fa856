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

/// The results of a survey version, over HTTP.
@Path("/v1/survey-versions/{id}/results")
@Tag(
    name = "Results",
    description = "Scores with their intervals, whole and split, with small cells withheld.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class VersionResultsResource {

  private final Results results;

  VersionResultsResource(Results results) {
    this.results = results;
  }

  @GET
  @Operation(
      operationId = "getSurveyVersionResults",
      summary = "Get the results of a survey version",
      description =
          "Of the responses to this version alone. For each question: n, base, its"
              + " scores as figures with their intervals, how often each value or option was given,"
              + " and non-answers apart. Cells that would tell about fewer respondents than the"
              + " survey's anonymity threshold are withheld, with whatever would let them be"
              + " derived.")
  @APIResponse(
      responseCode = "200",
      description = "The results as of now.",
      content = @Content(schema = @Schema(implementation = ResultsView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public ResultsView get(@PathParam("id") UUID id, @BeanParam @Valid ResultsQuery query) {
    return results.ofVersion(id, query);
  }
}
