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

/// Weighted results of a survey, over HTTP.
@Path("/v1/surveys/{id}/weighted-results")
@Tag(name = "Results")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class WeightedResultsResource {

  private final WeightedResults results;

  WeightedResultsResource(WeightedResults results) {
    this.results = results;
  }

  @GET
  @Operation(
      operationId = "getSurveyWeightedResults",
      summary = "Get results weighted to a population",
      description =
          "The scores of a survey with weights that make its respondents look like the population"
              + " that the targets describe: post-stratification by one attribute, raking by"
              + " several. The weights take the place of those that responses came with. The"
              + " effective n takes the place of n, and with finitePopulation intervals take"
              + " account of how many there are at all. Withheld unless results split by the"
              + " attributes tell of every part that has a target.")
  @APIResponse(
      responseCode = "200",
      description = "The results as of now.",
      content = @Content(schema = @Schema(implementation = WeightedResultsView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public WeightedResultsView get(
      @PathParam("id") UUID id, @BeanParam @Valid WeightedResultsQuery query) {
    return results.of(id, query);
  }
}
