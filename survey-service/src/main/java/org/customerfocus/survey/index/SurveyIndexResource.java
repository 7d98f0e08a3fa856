package org.customerfocus.survey.index;

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

/// An index of several questions, over HTTP.
@Path("/v1/surveys/{id}/index")
@Tag(name = "Results")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SurveyIndexResource {

  private final SurveyIndexes indexes;

  SurveyIndexResource(SurveyIndexes indexes) {
    this.indexes = indexes;
  }

  @GET
  @Operation(
      operationId = "getSurveyIndex",
      summary = "Get an index of several questions",
      description =
          "The weighted mean of several questions on scales, each as 0…100, in the manner of the"
              + " American Customer Satisfaction Index, with the interval of the delta method.")
  @APIResponse(
      responseCode = "200",
      description = "The index as of now.",
      content = @Content(schema = @Schema(implementation = SurveyIndexView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public SurveyIndexView get(@PathParam("id") UUID id, @BeanParam @Valid IndexQuery query) {
    return indexes.of(id, query);
  }
}
