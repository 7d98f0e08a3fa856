package org.customerfocus.survey.response;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// Single responses, over HTTP.
@Path("/v1/responses")
@Tag(name = "Responses", description = "What people answered, recorded exactly once.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ResponseResource {

  private final Submission submission;
  private final ResponseRepository responses;
  private final ResponseChanges changes;
  private final Preconditions preconditions;
  private final CurrentCaller caller;
  private final Journal journal;

  ResponseResource(
      Submission submission,
      ResponseRepository responses,
      ResponseChanges changes,
      Preconditions preconditions,
      CurrentCaller caller,
      Journal journal) {
    this.submission = submission;
    this.responses = responses;
    this.changes = changes;
    this.preconditions = preconditions;
    this.caller = caller;
    this.journal = journal;
  }

  @GET
  @Operation(
      operationId = "listResponses",
      summary = "List responses",
      description =
          "Filter by surveyId, surveyVersionId, respondedAt, status, customerId, importId, channel,"
              + " campaignId, invitationId, linkId and spamScore; sort by the first four.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Page<ResponseView> list(@BeanParam @Valid PageQuery query) {
    return responses.list(query);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createResponse",
      summary = "Submit a response",
      description =
          "Records one person's answers to a published survey version. Each answer carries the"
              + " member of its question's type (value, optionCodes, allocation, number, text, date or"
              + " accepted) or a nonAnswer; otherText beside it where a chosen option takes own words."
              + " An external reference is recorded once a survey; a second one is"
              + " answered 409 with the id of the first. One for which a quota of the survey has no"
              + " place is answered 409 with the type quota-full. With status in-progress it is begun"
              + " only, to be gone on with by changing it.")
  @APIResponse(
      responseCode = "201",
      description = "The recorded response.",
      content = @Content(schema = @Schema(implementation = ResponseView.class)))
  @SecurityRequirement(name = "bearer", scopes = "responses:submit")
  public Object create(@NotNull @Valid ResponseRequest request, @Context HttpHeaders headers) {
    Submission.Recorded recorded =
        submission.record(request, RequestKey.of(caller.get(), "createResponse", headers));
    ResponseView response = recorded.view();
    String path = "/v1/responses/" + response.id();
    if (recorded.anonymous()) {
      // No `Response`, which would be kept for a repeated request, and with it the moment: such a
      // request finds the response itself.
      return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, response)
          .header(HttpHeaders.LOCATION, path)
          .header(HttpHeaders.ETAG, "\"0\"")
          .build();
    }
    journal.record(
        Change.of("response", response.status().counts() ? "recorded" : "begun", response.id())
            .data(
                Map.of(
                    "surveyId", response.surveyId(),
                    "surveyVersionId", response.surveyVersionId(),
                    "status", response.status().wire())));
    return Answers.created(path, 0, response);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getResponse",
      summary = "Get a response",
      description = "All answers of one response, ordered by the id of their question.")
  @APIResponse(
      responseCode = "200",
      description = "The response.",
      content = @Content(schema = @Schema(implementation = ResponseView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response get(@PathParam("id") UUID id) {
    SurveyResponse response = responses.find(id);
    return Answers.ok(response.version(), responses.view(response));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/ResponsePatch")))
  @Operation(
      operationId = "updateResponse",
      summary = "Go on with a response, complete, amend or withdraw it",
      description =
          "While it is in-progress, answers replace those that were saved, each fits its question,"
              + " and none is required. With status completed everything required is there and the"
              + " survey's logic was followed, and the invitation that it answers is completed; one"
              + " that an invited person gives to an anonymous survey is completed on its page or"
              + " by createInvitationResponse only. A completed response is corrected with status"
              + " amended, which keeps what it said before, and taken out of all results with"
              + " status entered-in-error.")
  @APIResponse(
      responseCode = "200",
      description = "The changed response.",
      content = @Content(schema = @Schema(implementation = ResponseView.class)))
  @SecurityRequirement(name = "bearer", scopes = "responses:submit")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    SurveyResponse response = responses.lock(id);
    preconditions.requireMatch(response.version());
    changes.apply(response, patch);
    return Answers.ok(response.version(), responses.view(response));
  }

  @GET
  @Path("/{id}/history")
  @Operation(
      operationId = "listResponseHistory",
      summary = "List what a response said before it was amended",
      description = "One entry an amendment, the first one first. Filter and sort by number.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Page<ResponseRevisionView> history(
      @PathParam("id") UUID id, @BeanParam @Valid PageQuery query) {
    responses.find(id);
    if (query.sort == null) {
      query.sort = "number";
    }
    return responses.revisions(id, query);
  }
}
