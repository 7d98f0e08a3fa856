package org.customerfocus.customer.segment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/// Where the other services register what of theirs uses a segment. Repeating either call changes
/// nothing.
@Path("/internal/segments/{id}/uses/{service}/{resourceType}/{resourceId}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SegmentUseResource {

  private static final String NAME = "[a-z][a-z0-9-]{0,59}";

  private final SegmentRepository segments;
  private final UseRepository uses;
  private final InstantSource clock;

  SegmentUseResource(SegmentRepository segments, UseRepository uses, InstantSource clock) {
    this.segments = segments;
    this.uses = uses;
    this.clock = clock;
  }

  @PUT
  @Command
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "segment-uses:write")
  public Response register(
      @PathParam("id") UUID id,
      @PathParam("service") @Pattern(regexp = NAME) String service,
      @PathParam("resourceType") @Pattern(regexp = NAME) String resourceType,
      @PathParam("resourceId") UUID resourceId) {
    segments.get(id);
    uses.register(id, new SegmentUseView(service, resourceType, resourceId), clock.instant());
    return Answers.noContent();
  }

  @DELETE
  @Command
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "segment-uses:write")
  public Response unregister(
      @PathParam("id") UUID id,
      @PathParam("service") @Pattern(regexp = NAME) String service,
      @PathParam("resourceType") @Pattern(regexp = NAME) String resourceType,
      @PathParam("resourceId") UUID resourceId) {
    uses.unregister(id, new SegmentUseView(service, resourceType, resourceId));
    return Answers.noContent();
  }
}
