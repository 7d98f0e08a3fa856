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

/// The scores of a survey over time, over HTTP.
@Path("/v1/surveys/{id}/trends")
@Tag(name = "Results")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SurveyTrendResource {

  private final Results results;

  SurveyTrendResource(Results results) {
    this.results = results;
  }

  @GET
  @Operation(
      operationId = "getSurveyTrend",
      summary = "Get the scores of a survey over time",
      description =
          "By the day, week, month or quarter in which responses were given, in a time zone. Periods"
              + " without responses are there, with a base of 0. Periods that would tell about fewer"
              + " respondents than the anonymity threshold, together with others or with trends by"
              + " other periods, are withheld.")
  @APIResponse(
      responseCode = "200",
      description = "The trend as of now.",
      content = @Content(schema = @Schema(implementation = SurveyTrendView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public SurveyTrendView get(@PathParam("id") UUID id, @BeanParam @Valid TrendQuery query) {
    return results.trend(id, query);
  }
}
