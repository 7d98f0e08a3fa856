package org.customerfocus.survey.campaign;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.survey.invitation.InvitationStatus;
import org.customerfocus.survey.invitation.Invited;
import org.customerfocus.survey.invitation.Ledger;
import org.customerfocus.survey.link.Links;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The personal links of invitations, for those who hand them over themselves.
@Path("/v1/invitations/{id}/links")
@Tag(name = "Campaigns")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class InvitationLinkResource {

  private final Ledger ledger;
  private final Links links;
  private final Journal journal;

  InvitationLinkResource(Ledger ledger, Links links, Journal journal) {
    this.ledger = ledger;
    this.links = links;
    this.journal = journal;
  }

  /// A person's own link.
  @Schema(name = "InvitationLinkView", description = "A person's own way to a survey.")
  record InvitationLinkView(
      @Schema(description = "The link, to list or close it under /v1/survey-links.") UUID id,
      UUID invitationId,
      @Schema(
              description =
                  "The respondent's page below the platform's base URL. It is shown here only, and"
                      + " is for the eyes of the invited person.")
          String path) {}

  @POST
  @Command
  @Operation(
      operationId = "createInvitationLink",
      summary = "Make a personal link for an invitation",
      description =
          "For the channels personal-link and api, and to replace a message that was lost: earlier"
              + " links of the invitation keep working until they are closed. All lead to the one"
              + " response of the invitation.")
  @APIResponse(
      responseCode = "201",
      description = "The new link.",
      content = @Content(schema = @Schema(implementation = InvitationLinkView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response create(@PathParam("id") UUID id) {
    Invited invitation = ledger.get(id);
    if (invitation.status() == InvitationStatus.EXPIRED
        || invitation.status() == InvitationStatus.COMPLETED) {
      throw new ProblemException(
          Problems.CONFLICT,
          "The invitation is %s: there is nothing to answer any more."
              .formatted(invitation.status().wire()));
    }
    Links.Issued link =
        links.another(
            invitation.surveyVersionId(), invitation.campaignId(), id, invitation.expiresAt());
    journal.record(Change.of("survey-link", "created", link.id()).data(Map.of("invitationId", id)));
    return Answers.created(
        "/v1/survey-links/" + link.id(), 0, new InvitationLinkView(link.id(), id, link.path()));
  }
}
