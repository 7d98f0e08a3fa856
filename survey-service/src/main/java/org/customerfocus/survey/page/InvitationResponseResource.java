package org.customerfocus.survey.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
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
import org.jspecify.annotations.Nullable;

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
  private final CurrentCaller caller;

  InvitationResponseResource(
      Ledger ledger,
      PublishedSurveys surveys,
      Answering answering,
      InvitedResponses responses,
      CurrentCaller caller) {
    this.ledger = ledger;
    this.surveys = surveys;
    this.answering = answering;
    this.responses = responses;
    this.caller = caller;
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
      @PathParam("id") UUID id,
      @NotNull @Valid InvitationResponseRequest request,
      @Context HttpHeaders headers) {
    Invited invited = ledger.get(id);
    PublishedVersion version = surveys.version(invited.surveyVersionId());
    String repeatable = version.anonymous() ? repeatable(request, headers) : null;
    if (repeatable != null && answering.wasLeftBy(id, repeatable)) {
      return anonymously(id, version);
    }
    responses.demandOpen(invited);
    Progress begun = answering.begin(version.id(), InvitedResponses.origin(invited, version, null));
    // The response before the invitation, as everybody locks them.
    if (!answering.hold(begun.id()).isOpen()) {
      throw new ProblemException(Problems.CONFLICT, "The invitation has been answered.");
    }
    responses.hold(id);
    ledger.started(id);
    answering.save(begun.id(), request.answers());
    Progress completed =
        answering.complete(begun.id(), request.signals() == null ? NOTHING : request.signals());
    if (version.anonymous()) {
      responses.answeredAnonymously(id, repeatable);
      return anonymously(id, version);
    }
    return Answers.created(
        "/v1/responses/" + begun.id(),
        completed.version(),
        new InvitationResponseView(id, version.id(), begun.id()));
  }

  /// What tells the request from any other; null where it has no key.
  private @Nullable String repeatable(InvitationResponseRequest request, HttpHeaders headers) {
    String key = headers.getHeaderString("Idempotency-Key");
    return key == null ? null : String.join("\0", caller.get().subject(), key, request.toString());
  }

  /// No `Response`, which would be kept for a repeated request, and with it the moment.
  private static RestResponse<InvitationResponseView> anonymously(
      UUID invitation, PublishedVersion version) {
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.CREATED, new InvitationResponseView(invitation, version.id(), null))
        .build();
  }
}
