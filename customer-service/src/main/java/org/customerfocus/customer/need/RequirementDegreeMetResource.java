package org.customerfocus.customer.need;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// How far a requirement is met, over HTTP.
@Path("/v1/requirements/{id}")
@Tag(name = "Requirements")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class RequirementDegreeMetResource {

  private final RequirementRepository requirements;
  private final DegreeMetRepository scores;
  private final RequirementScoring scoring;
  private final Preconditions preconditions;

  RequirementDegreeMetResource(
      RequirementRepository requirements,
      DegreeMetRepository scores,
      RequirementScoring scoring,
      Preconditions preconditions) {
    this.requirements = requirements;
    this.scores = scores;
    this.scoring = scoring;
    this.preconditions = preconditions;
  }

  @PUT
  @Path("/degree-met")
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putRequirementDegreeMet",
      summary = "Say how far a requirement is met",
      description =
          "Takes a score, of all customers together or of one segment. Scores are kept: what is shown"
              + " is the latest by asOf. The same score sent again changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "The score as it was recorded.",
      content = @Content(schema = @Schema(implementation = DegreeMetView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response put(@PathParam("id") UUID id, @NotNull @Valid DegreeMetRequest request) {
    Requirement requirement = requirements.get(id);
    preconditions.requireMatch(requirement.version());
    DegreeMetView view = scoring.record(requirement, request);
    return Answers.ok(requirement.version(), view);
  }

  @GET
  @Path("/degree-met-history")
  @Operation(
      operationId = "listRequirementDegreesMet",
      summary = "List the scores of a requirement",
      description =
          "Every score that has come, the oldest first unless sorted. Filter by segmentId; filter"
              + " and sort by asOf.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<DegreeMetView> history(@PathParam("id") UUID id, @BeanParam @Valid PageQuery query) {
    return scores
        .history(Subject.requirement(requirements.get(id).id()), query)
        .map(DegreeMetView::of);
  }
}
