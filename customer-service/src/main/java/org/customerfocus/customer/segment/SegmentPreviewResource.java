package org.customerfocus.customer.segment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.customerfocus.conventions.command.Command;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Rules to try, over HTTP.
@Path("/v1/segment-previews")
@Tag(name = "Segments", description = "Customers that a rule describes or that a list names.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SegmentPreviewResource {

  private final SegmentService service;

  SegmentPreviewResource(SegmentService service) {
    this.service = service;
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "previewSegment",
      summary = "Try a rule",
      description =
          "How many customers meet it, and the first of them. Nothing is stored. A rule compares"
              + " the fields of customers: id, partyId, providerPartyId, lifecycle, createdAt,"
              + " validFrom, validTo, role (those held today), offeringId, attribute.<code>; of"
              + " their parties: party.name, party.kind, party.attribute.<code>; and of the"
              + " organisations to which those belong today: organization.id, organization.name,"
              + " organization.attribute.<code>.")
  @APIResponse(
      responseCode = "200",
      description = "Who would be in it.",
      content = @Content(schema = @Schema(implementation = SegmentPreviewView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response preview(@NotNull @Valid SegmentPreviewRequest request) {
    return Response.ok(service.preview(request)).build();
  }
}
