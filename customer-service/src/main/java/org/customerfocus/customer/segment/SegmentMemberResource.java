package org.customerfocus.customer.segment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.customer.segment.SegmentRepository.CustomerName;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Who is in a segment, who came and went, and what uses it, over HTTP.
@Path("/v1/segments/{id}")
@Tag(name = "Segments", description = "Customers that a rule describes or that a list names.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SegmentMemberResource {

  private static final int SHOWN_USES = 1_000;

  private final SegmentRepository segments;
  private final SegmentService service;
  private final UseRepository uses;
  private final Preconditions preconditions;

  SegmentMemberResource(
      SegmentRepository segments,
      SegmentService service,
      UseRepository uses,
      Preconditions preconditions) {
    this.segments = segments;
    this.service = service;
    this.uses = uses;
    this.preconditions = preconditions;
  }

  @GET
  @Path("/members")
  @Operation(
      operationId = "listSegmentMembers",
      summary = "List the members of a segment",
      description =
          "In the order in which they entered. Filter by customerId; the segment's computedAt says"
              + " how fresh they are.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<SegmentMemberView> members(
      @PathParam("id") UUID id, @BeanParam @Valid PageQuery query) {
    segments.get(id);
    Page<SegmentMember> page = segments.members(id, query);
    Map<UUID, CustomerName> names =
        segments.names(page.items().stream().map(SegmentMember::customerId).toList());
    List<SegmentMemberView> views = new ArrayList<>();
    for (SegmentMember member : page.items()) {
      CustomerName name = names.get(member.customerId());
      if (name != null) {
        views.add(
            new SegmentMemberView(
                member.customerId(), name.partyId(), name.name(), member.enteredAt()));
      }
    }
    return new Page<>(views, page.nextCursor(), page.total());
  }

  @POST
  @Path("/members")
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addSegmentMembers",
      summary = "Put customers into a list",
      description =
          "All or none of them: an id that is no customer's is refused. Who is a member already"
              + " stays one. Only for a segment by list.")
  @APIResponse(
      responseCode = "200",
      description = "What became of each.",
      content = @Content(schema = @Schema(implementation = SegmentMembersView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response addAll(@PathParam("id") UUID id, @NotNull @Valid SegmentMembersRequest request) {
    Segment list = service.held(id);
    return Response.ok(service.add(list, request.customerIds())).build();
  }

  @PUT
  @Path("/members/{customerId}")
  @Command
  @Operation(
      operationId = "putSegmentMember",
      summary = "Put a customer into a list",
      description = "Changes nothing when it is a member already. Only for a segment by list.")
  @APIResponse(responseCode = "204", description = "The customer is a member.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response add(@PathParam("id") UUID id, @PathParam("customerId") UUID customerId) {
    Segment list = service.held(id);
    preconditions.requireMatch(list.version());
    service.add(list, customerId);
    return Answers.noContent();
  }

  @DELETE
  @Path("/members/{customerId}")
  @Command
  @Operation(
      operationId = "deleteSegmentMember",
      summary = "Take a customer out of a list",
      description = "Only for a segment by list.")
  @APIResponse(responseCode = "204", description = "The customer is no member any more.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response remove(@PathParam("id") UUID id, @PathParam("customerId") UUID customerId) {
    Segment list = service.held(id);
    preconditions.requireMatch(list.version());
    service.remove(list, customerId);
    return Answers.noContent();
  }

  @GET
  @Path("/changes")
  @Operation(
      operationId = "listSegmentChanges",
      summary = "List who entered and left a segment",
      description =
          "Each entry and each exit once, in order; each is also announced, in batches, by the"
              + " events org.customerfocus.segment.entered.v1 and"
              + " org.customerfocus.segment.left.v1. Filter by customerId.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<SegmentChangeView> changes(
      @PathParam("id") UUID id, @BeanParam @Valid PageQuery query) {
    segments.get(id);
    return segments.changes(id, query).map(SegmentChangeView::of);
  }

  @GET
  @Path("/uses")
  @Operation(
      operationId = "getSegmentUses",
      summary = "Get what uses a segment",
      description = "As long as anything does, the segment cannot be deleted.")
  @APIResponse(
      responseCode = "200",
      description = "What uses it.",
      content = @Content(schema = @Schema(implementation = SegmentUsesView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response uses(@PathParam("id") UUID id) {
    segments.get(id);
    List<SegmentUseView> found = uses.of(id, SHOWN_USES + 1);
    boolean complete = found.size() <= SHOWN_USES;
    return Response.ok(
            new SegmentUsesView(complete ? found : found.subList(0, SHOWN_USES), complete))
        .build();
  }
}
