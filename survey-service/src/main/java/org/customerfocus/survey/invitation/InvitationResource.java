package org.customerfocus.survey.invitation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The ledger, over HTTP.
@Path("/v1/invitations")
@Tag(name = "Campaigns", description = "Who is asked, when and how, and how far each has come.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class InvitationResource {

  private final InvitationRepository invitations;

  InvitationResource(InvitationRepository invitations) {
    this.invitations = invitations;
  }

  @GET
  @Operation(
      operationId = "listInvitations",
      summary = "List invitations",
      description =
          "Filter by campaignId, surveyVersionId, customerId, partyId, channel, status, offeredAt,"
              + " expiresAt and remindAt; sort by campaignId, surveyVersionId, channel, status and"
              + " offeredAt.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Page<InvitationView> list(@BeanParam @Valid PageQuery query) {
    return invitations.list(query).map(InvitationView::of);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getInvitation",
      summary = "Get an invitation",
      description = "How far it has come, and what the person was when it was made.")
  @APIResponse(
      responseCode = "200",
      description = "The invitation.",
      content = @Content(schema = @Schema(implementation = InvitationView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response get(@PathParam("id") UUID id) {
    Invitation invitation = invitations.get(id);
    return Answers.ok(invitation.version(), InvitationView.of(invitation));
  }
}
