package org.customerfocus.customer.merge;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Two records of one party made one, and taken apart again.
@Path("/v1/merges")
@Tag(
    name = "Merges",
    description =
        "Two records of one person or organisation made one. Nothing is lost: the old id leads to"
            + " the one that stays, and a merge can be undone.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MergeResource {

  private final MergeRepository merges;
  private final MergeService service;
  private final Preconditions preconditions;

  MergeResource(MergeRepository merges, MergeService service, Preconditions preconditions) {
    this.merges = merges;
    this.service = service;
    this.preconditions = preconditions;
  }

  @GET
  @Operation(
      operationId = "listMerges",
      summary = "List merges",
      description = "Filter and sort by survivorId, mergedId, status and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<MergeView> list(@BeanParam @Valid PageQuery query) {
    return merges.list(query).map(MergeView::of);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createMerge",
      summary = "Merge two parties, or show what that would do",
      description =
          "Everything that refers to the merged party then refers to the survivor: contact points,"
              + " memberships, relationships as customer and as provider, consents, purchases and"
              + " all else. Two relationships with one provider become one in the same way. Where"
              + " one of the two refused to be contacted, the refusal stands. With dryRun the answer"
              + " is 200 and shows every field and every relation that would change, and nothing"
              + " changes.")
  @APIResponse(
      responseCode = "201",
      description = "The two are one.",
      content = @Content(schema = @Schema(implementation = MergeView.class)))
  @APIResponse(
      responseCode = "200",
      description = "A dry run: what would happen.",
      content = @Content(schema = @Schema(implementation = MergeView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid MergeRequest request) {
    if (request.isDryRun()) {
      return Response.ok(MergeView.dryRun(request, service.dryRun(request))).build();
    }
    Merge merge = service.merge(request);
    return Answers.created("/v1/merges/" + merge.id(), merge.version(), MergeView.of(merge));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getMerge",
      summary = "Get a merge",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The merge.",
      content = @Content(schema = @Schema(implementation = MergeView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    Merge merge = merges.get(id);
    return Answers.ok(merge.version(), MergeView.of(merge));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/MergeStatusPatch")))
  @Operation(
      operationId = "updateMerge",
      summary = "Undo a merge",
      description =
          "The status undone restores the state before the merge exactly: every row that was moved,"
              + " changed or removed is as it was, versions aside. What was recorded of the survivor"
              + " since stays with it. Answers 409 and changes nothing when what was merged has been"
              + " changed, merged again or erased since; the detail names what.")
  @APIResponse(
      responseCode = "200",
      description = "The merge as it is now.",
      content = @Content(schema = @Schema(implementation = MergeView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Merge merge = merges.get(id);
    preconditions.requireMatch(merge.version());
    MergeStatus after = patch.applyTo(new MergeStatusRequest(merge.status())).status();
    if (after == merge.status()) {
      return Answers.ok(merge.version(), MergeView.of(merge));
    }
    if (after == MergeStatus.MERGED) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED, "The merge is undone; merge again instead.");
    }
    merges.forget();
    Merge undone = service.undo(id);
    return Answers.ok(undone.version(), MergeView.of(undone));
  }
}
