package org.customerfocus.survey.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.invitation.InvitationStatus;
import org.customerfocus.survey.invitation.Invited;
import org.customerfocus.survey.invitation.Ledger;
import org.customerfocus.survey.response.Answering;
import org.customerfocus.survey.response.Progress;
import org.customerfocus.survey.response.Signals;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// The responses of invited people whom a program asks, over HTTP.
@Path("/v1/invitations/{id}/responses")
@Tag(name = "Campaigns")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class InvitationResponseResource {

  private static final Signals NOTHING = new Signals(null, null);

  private final Ledger ledger;
  private final PublishedSurveys surveys;
  private final Answering answering;
  private final InvitedResponses responses;

  InvitationResponseResource(
      Ledger ledger, PublishedSurveys surveys, Answering answering, InvitedResponses responses) {
    this.ledger = ledger;
    this.surveys = surveys;
    this.answering = answering;
    this.responses = responses;
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createInvitationResponse",
      summary = "Submit the response of an invited person",
      description =
          "For the channel api: your program asks, and hands in the answers. They replace what the"
              + " person may have begun on the page, complete the invitation, and end its links. An"
              + " invitation has one response: 409 when it was given or the invitation has ended.")
  @APIResponse(
      responseCode = "201",
      description = "The response is recorded.",
      content = @Content(schema = @Schema(implementation = InvitationResponseView.class)))
  @SecurityRequirement(name = "bearer", scopes = "responses:submit")
  public Object create(
      @PathParam("id") UUID id, @NotNull @Valid InvitationResponseRequest request) {
    Invited invited = ledger.get(id);
    if (invited.status() == InvitationStatus.EXPIRED) {
      throw new ProblemException(
          Problems.CONFLICT, "The invitation has ended: there is nothing to answer any more.");
    }
    PublishedVersion version = surveys.version(invited.surveyVersionId());
    Progress begun = answering.begin(version.id(), InvitedResponses.origin(invited, version, null));
    if (!begun.isOpen()) {
      throw new ProblemException(Problems.CONFLICT, "The invitation has been answered.");
    }
    ledger.started(id);
    answering.save(begun.id(), request.answers());
    answering.complete(begun.id(), request.signals() == null ? NOTHING : request.signals());
    responses.completed(invited, version);
    if (version.anonymous()) {
      // No `Response`, which would be kept for a repeated request, and with it the moment.
      return RestResponse.ResponseBuilder.create(
              RestResponse.Status.CREATED, new InvitationResponseView(id, version.id(), null))
          .build();
    }
    return Answers.created(
        "/v1/responses/" + begun.id(), 0, new InvitationResponseView(id, version.id(), begun.id()));
  }
}
