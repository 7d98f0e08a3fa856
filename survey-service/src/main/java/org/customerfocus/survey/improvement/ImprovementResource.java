package org.customerfocus.survey.improvement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Improvements, over HTTP.
@Path("/v1/improvements")
@Tag(
    name = "Improvements",
    description = "From evidence to a change that is verified, and told to those who asked for it.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ImprovementResource {

  private final ImprovementRepository improvements;
  private final ImprovementService service;
  private final Preconditions preconditions;
  private final Journal journal;

  ImprovementResource(
      ImprovementRepository improvements,
      ImprovementService service,
      Preconditions preconditions,
      Journal journal) {
    this.improvements = improvements;
    this.service = service;
    this.preconditions = preconditions;
    this.journal = journal;
  }

  @GET
  @Operation(
      operationId = "listImprovements",
      summary = "List improvements",
      description =
          "Sorted by -relativeEffect (in millionths), those that should do most come first. Filter by"
              + " title, status, outcome, relativeEffect, ownerPartyId, surveyId, createdAt,"
              + " evidence.type, evidence.id, effect.requirementId and effect.role; sort by title,"
              + " status, outcome, relativeEffect and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "improvements:read")
  public Page<ImprovementView> list(@BeanParam @Valid PageQuery query) {
    Page<Improvement> page = improvements.list(query);
    return new Page<>(service.views(page.items()), page.nextCursor(), page.total());
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createImprovement",
      summary = "Create an improvement",
      description =
          "From evidence: themes, drivers, gaps, findings of visits, cases, feedback, responses. What"
              + " it raises and lowers, by requirement and role, shows what it collides with.")
  @APIResponse(
      responseCode = "201",
      description = "The new improvement.",
      content = @Content(schema = @Schema(implementation = ImprovementView.class)))
  @SecurityRequirement(name = "bearer", scopes = "improvements:write")
  public Response create(@NotNull @Valid ImprovementRequest request) {
    return service.create(request);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getImprovement",
      summary = "Get an improvement",
      description =
          "With its evidence, its effects, and what it collides with. The ETag is that of its own"
              + " description; other improvements may change the conflicts.")
  @APIResponse(
      responseCode = "200",
      description = "The improvement.",
      content = @Content(schema = @Schema(implementation = ImprovementView.class)))
  @SecurityRequirement(name = "bearer", scopes = "improvements:read")
  public Response get(@PathParam("id") UUID id) {
    Improvement improvement = improvements.get(id);
    return Answers.ok(improvement.version(), service.view(improvement));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/ImprovementPatch")))
  @Operation(
      operationId = "updateImprovement",
      summary = "Change an improvement",
      description =
          "Evidence and effects are replaced whole. With the status done, those whose words led to it"
              + " are listed under improvement-notifications, to be told: by e-mail, as far as they may"
              + " be written to, where messages say what.")
  @APIResponse(
      responseCode = "200",
      description = "The changed improvement.",
      content = @Content(schema = @Schema(implementation = ImprovementView.class)))
  @SecurityRequirement(name = "bearer", scopes = "improvements:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Improvement improvement = improvements.get(id);
    preconditions.requireMatch(improvement.version());
    ImprovementRequest before = improvement.asRequest(improvements.parts(id));
    ImprovementRequest after = patch.applyTo(before);
    return after.equals(before)
        ? Answers.ok(improvement.version(), service.view(improvement))
        : service.change(improvement, before, after);
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteImprovement",
      summary = "Delete an improvement",
      description =
          "With its verifications, and with who was told. One that is not pursued is better"
              + " abandoned.")
  @APIResponse(responseCode = "204", description = "The improvement is gone.")
  @SecurityRequirement(name = "bearer", scopes = "improvements:write")
  public Response delete(@PathParam("id") UUID id) {
    Improvement improvement = improvements.get(id);
    preconditions.requireMatch(improvement.version());
    improvements.remove(improvement);
    journal.record(Change.of(ImprovementService.TYPE, "deleted", improvement));
    return Answers.noContent();
  }
}
