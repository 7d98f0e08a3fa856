package org.customerfocus.customer.segment;

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
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Segments, over HTTP.
@Path("/v1/segments")
@Tag(name = "Segments", description = "Customers that a rule describes or that a list names.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SegmentResource {

  private final SegmentRepository segments;
  private final SegmentService service;
  private final Preconditions preconditions;

  SegmentResource(SegmentRepository segments, SegmentService service, Preconditions preconditions) {
    this.segments = segments;
    this.service = service;
    this.preconditions = preconditions;
  }

  @GET
  @Operation(
      operationId = "listSegments",
      summary = "List segments",
      description = "Filter and sort by name, kind and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<SegmentView> list(@BeanParam @Valid PageQuery query) {
    Page<Segment> page = segments.list(query);
    Map<UUID, SegmentState> states =
        service.states(page.items().stream().map(Segment::id).toList());
    return page.map(
        segment ->
            SegmentView.of(
                segment, states.getOrDefault(segment.id(), SegmentState.none(segment.id()))));
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createSegment",
      summary = "Create a segment",
      description =
          "By rule, whose members are computed within seconds and kept up to date, or by list,"
              + " whose members are named one by one.")
  @APIResponse(
      responseCode = "201",
      description = "The new segment.",
      content = @Content(schema = @Schema(implementation = SegmentView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid SegmentRequest request) {
    Segment segment = service.create(request);
    return Answers.created(
        "/v1/segments/" + segment.id(), segment.version(), service.view(segment));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getSegment",
      summary = "Get a segment",
      description = "With how many members it has and as of when.")
  @APIResponse(
      responseCode = "200",
      description = "The segment.",
      content = @Content(schema = @Schema(implementation = SegmentView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    Segment segment = segments.get(id);
    return Answers.ok(segment.version(), service.view(segment));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/SegmentPatch")))
  @Operation(
      operationId = "updateSegment",
      summary = "Change a segment",
      description =
          "The kind stays. The rule is merged as the object that it is: rules are replaced whole, a"
              + " not stays unless it is given. After a change of the rule all members are computed"
              + " anew; who stays neither leaves nor enters.")
  @APIResponse(
      responseCode = "200",
      description = "The changed segment.",
      content = @Content(schema = @Schema(implementation = SegmentView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Segment segment = segments.get(id);
    preconditions.requireMatch(segment.version());
    service.change(segment, patch.applyTo(segment.asRequest()));
    return Answers.ok(segment.version(), service.view(segment));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteSegment",
      summary = "Delete a segment",
      description = "Only a segment that nothing uses can be deleted; the refusal names its users.")
  @APIResponse(responseCode = "204", description = "The segment is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("id") UUID id) {
    Segment segment = segments.get(id);
    preconditions.requireMatch(segment.version());
    service.remove(segment);
    return Answers.noContent();
  }
}
