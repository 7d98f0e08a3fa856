package org.customerfocus.survey.authoring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Published versions, over HTTP.
@Path("/v1/survey-versions")
@Tag(name = "Surveys")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SurveyVersionResource {

  private final SurveyRepository surveys;
  private final ObjectMapper json;

  SurveyVersionResource(SurveyRepository surveys, ObjectMapper json) {
    this.surveys = surveys;
    this.json = json;
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

  @GET
  @Path("/{id}/changes")
  @Operation(
      operationId = "getSurveyVersionChanges",
      summary = "Compare a survey version with an earlier one",
      description =
          "Items, options and attributes that were added, removed, changed or moved, by their"
              + " stable ids. Compared is the version named by since, or else the one before.")
  @APIResponse(
      responseCode = "200",
      description = "What differs.",
      content = @Content(schema = @Schema(implementation = VersionChangesView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public VersionChangesView changes(
      @PathParam("id") UUID id,
      @Parameter(description = "Another version of the same survey; the one before if left out.")
          @QueryParam("since")
          @Nullable UUID since) {
    SurveyVersion version = surveys.version(id);
    SurveyVersion earlier = since == null ? surveys.versionBefore(version) : surveys.version(since);
    if (earlier != null && !earlier.surveyId().equals(version.surveyId())) {
      throw ProblemException.parameter("since", "names a version of another survey");
    }
    return new VersionChanges(json, version, earlier).view();
  }
}
