package org.customerfocus.survey.satisfaction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.results.TimeZones;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/// Where agreement-service asks what a survey came to in a time; the gateway leads nobody here.
@Path("/internal/surveys/{id}/scores/{score}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SurveyScoreResource {

  private final Satisfaction satisfaction;

  SurveyScoreResource(Satisfaction satisfaction) {
    this.satisfaction = satisfaction;
  }

  @GET
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "survey-scores:read")
  public SurveyScoreView get(
      @PathParam("id") UUID id,
      @PathParam("score") SatisfactionScore score,
      @QueryParam("linkId") @Nullable String linkId,
      @QueryParam("from") @NotNull Instant from,
      @QueryParam("to") @NotNull Instant to,
      @QueryParam("timeZone") @NotNull String timeZone) {
    if (!from.isBefore(to)) {
      throw ProblemException.parameter("from", "must lie before to");
    }
    return satisfaction.ofSurvey(id, score, linkId, from, to, TimeZones.of(timeZone));
  }
}
