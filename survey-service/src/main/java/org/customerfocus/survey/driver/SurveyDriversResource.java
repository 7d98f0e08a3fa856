package org.customerfocus.survey.driver;

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

/// Key drivers, over HTTP.
@Path("/v1/surveys/{id}/drivers")
@Tag(name = "Results")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SurveyDriversResource {

  private final Drivers drivers;

  SurveyDriversResource(Drivers drivers) {
    this.drivers = drivers;
  }

  @GET
  @Operation(
      operationId = "getSurveyDrivers",
      summary = "Get the key drivers of an outcome",
      description =
          "How much of an outcome's variance each item explains, among those who answered all of"
              + " them: LMG's shares of R² (exact for up to 20 items) and Johnson's relative weights,"
              + " with bootstrap intervals, and the importance–performance quadrant of each item.")
  @APIResponse(
      responseCode = "200",
      description = "The drivers as of now.",
      content = @Content(schema = @Schema(implementation = SurveyDriversView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public SurveyDriversView get(@PathParam("id") UUID id, @BeanParam @Valid DriversQuery query) {
    return drivers.of(id, query);
  }
}
