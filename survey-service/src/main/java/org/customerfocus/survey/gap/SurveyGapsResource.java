package org.customerfocus.survey.gap;

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

/// Gaps between perception and expectation, over HTTP.
@Path("/v1/surveys/{id}/gaps")
@Tag(name = "Results")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SurveyGapsResource {

  private final Gaps gaps;

  SurveyGapsResource(Gaps gaps) {
    this.gaps = gaps;
  }

  @GET
  @Operation(
      operationId = "getSurveyGaps",
      summary = "Get the gaps of a survey",
      description =
          "What is perceived less what is expected (SERVQUAL), of each pair that the survey asks"
              + " for, of each dimension (the group that holds pairs), and of all together, weighted"
              + " by what each respondent allocates to the dimensions. Each with the interval and"
              + " the test of paired answers.")
  @APIResponse(
      responseCode = "200",
      description = "The gaps as of now.",
      content = @Content(schema = @Schema(implementation = SurveyGapsView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public SurveyGapsView get(@PathParam("id") UUID id, @BeanParam @Valid GapsQuery query) {
    return gaps.of(id, query);
  }
}
