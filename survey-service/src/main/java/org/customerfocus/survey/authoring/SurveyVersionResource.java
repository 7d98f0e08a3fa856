package org.customerfocus.survey.authoring;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Published versions, over HTTP.
@Path("/v1/survey-versions")
@Tag(name = "Surveys")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SurveyVersionResource {

  private final SurveyRepository surveys;

  SurveyVersionResource(SurveyRepository surveys) {
    this.surveys = surveys;
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getSurveyVersion",
      summary = "Get a survey version",
      description = "What exactly was asked. It never changes, so it may be kept.")
  @APIResponse(
      responseCode = "200",
      description = "The version.",
      content = @Content(schema = @Schema(implementation = SurveyVersionView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response get(@PathParam("id") UUID id) {
    return Answers.ok(0, SurveyVersionView.of(surveys.version(id)));
  }
}
