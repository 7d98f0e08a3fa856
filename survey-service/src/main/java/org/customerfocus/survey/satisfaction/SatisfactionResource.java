package org.customerfocus.survey.satisfaction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Satisfaction over all surveys, over HTTP.
@Path("/v1/satisfaction")
@Tag(
    name = "Satisfaction",
    description =
        "Scores over all surveys, how far requirements are met by the answers, and what has changed.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SatisfactionResource {

  private final Satisfaction satisfaction;

  SatisfactionResource(Satisfaction satisfaction) {
    this.satisfaction = satisfaction;
  }

  @GET
  @Operation(
      operationId = "getSatisfaction",
      summary = "Get the satisfaction of customers",
      description =
          "One score over all surveys that ask for it: the unweighted headline, the composite of the"
              + " roles with end users first, each role, segment and survey, and the trend. Roles and"
              + " segments are those that people had when they were asked. Figures about fewer people"
              + " than the most careful of the surveys allows are withheld.")
  @APIResponse(
      responseCode = "200",
      description = "The satisfaction as of now.",
      content = @Content(schema = @Schema(implementation = SatisfactionView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public SatisfactionView get(@BeanParam @Valid SatisfactionQuery query) {
    return satisfaction.of(query);
  }
}
