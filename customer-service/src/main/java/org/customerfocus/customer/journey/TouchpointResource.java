package org.customerfocus.customer.journey;

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
import java.time.InstantSource;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.customer.reference.ReferenceRepository;
import org.customerfocus.customer.reference.Target;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Touchpoints, over HTTP.
@Path("/v1/touchpoints")
@Tag(name = "Journeys")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class TouchpointResource {

  private final TouchpointRepository touchpoints;
  private final ReferenceRepository references;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  TouchpointResource(
      TouchpointRepository touchpoints,
      ReferenceRepository references,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.touchpoints = touchpoints;
    this.references = references;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listTouchpoints",
      summary = "List touchpoints",
      description =
          "Filter by name, channel, offeringId and createdAt; sort by name, channel and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<TouchpointView> list(@BeanParam @Valid PageQuery query) {
    return touchpoints.list(query).map(TouchpointView::of);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createTouchpoint",
      summary = "Create a touchpoint",
      description = "A place or means by which customers meet the provider.")
  @APIResponse(
      responseCode = "201",
      description = "The new touchpoint.",
      content = @Content(schema = @Schema(implementation = TouchpointView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid TouchpointRequest request) {
    references.require(Target.OFFERING, request.offeringId(), "/offeringId");
    Touchpoint touchpoint = new Touchpoint(request, clock.instant());
    touchpoints.add(touchpoint);
    TouchpointView view = TouchpointView.of(touchpoint);
    journal.record(Change.of("touchpoint", "created", touchpoint).detail(view));
    return Answers.created("/v1/touchpoints/" + touchpoint.id(), touchpoint.version(), view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getTouchpoint",
      summary = "Get a touchpoint",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The touchpoint.",
      content = @Content(schema = @Schema(implementation = TouchpointView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    Touchpoint touchpoint = touchpoints.get(id);
    return Answers.ok(touchpoint.version(), TouchpointView.of(touchpoint));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/TouchpointPatch")))
  @Operation(
      operationId = "updateTouchpoint",
      summary = "Change a touchpoint",
      description = "What was recorded at it stays as it is.")
  @APIResponse(
      responseCode = "200",
      description = "The changed touchpoint.",
      content = @Content(schema = @Schema(implementation = TouchpointView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Touchpoint touchpoint = touchpoints.get(id);
    preconditions.requireMatch(touchpoint.version());
    TouchpointRequest request = patch.applyTo(touchpoint.asRequest());
    references.require(Target.OFFERING, request.offeringId(), "/offeringId");
    boolean changed = touchpoint.change(request, clock.instant());
    if (changed) {
      journal.record(
          Change.of("touchpoint", "updated", touchpoint).detail(TouchpointView.of(touchpoint)));
    }
    return Answers.ok(touchpoint.version(), TouchpointView.of(touchpoint));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteTouchpoint",
      summary = "Delete a touchpoint",
      description = "Only one that no journey and no interaction names can be deleted.")
  @APIResponse(responseCode = "204", description = "The touchpoint is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("id") UUID id) {
    Touchpoint touchpoint = touchpoints.get(id);
    preconditions.requireMatch(touchpoint.version());
    touchpoints.remove(touchpoint);
    journal.record(Change.of("touchpoint", "deleted", touchpoint));
    return Answers.noContent();
  }
}
