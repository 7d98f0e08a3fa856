package org.customerfocus.survey.response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Single responses, over HTTP.
@Path("/v1/responses")
@Tag(name = "Responses", description = "What people answered, recorded exactly once.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ResponseResource {

  private final Submission submission;
  private final ResponseRepository responses;
  private final Journal journal;

  ResponseResource(Submission submission, ResponseRepository responses, Journal journal) {
    this.submission = submission;
    this.responses = responses;
    this.journal = journal;
  }

  @GET
  @Operation(
      operationId = "listResponses",
      summary = "List responses",
      description =
          "Filter by surveyId, surveyVersionId, respondedAt, customerId and importId; sort by the"
              + " first three.")
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
              + " answered 409 with the id of the first.")
  @APIResponse(
      responseCode = "201",
      description = "The recorded response.",
      content = @Content(schema = @Schema(implementation = ResponseView.class)))
  @SecurityRequirement(name = "bearer", scopes = "responses:submit")
  public Response create(@NotNull @Valid ResponseRequest request) {
    NewResponse response = submission.record(request);
    if (!response.anonymous()) {
      boolean whole = response.status().counts();
      journal.record(
          Change.of("response", whole ? "recorded" : "begun", response.id())
              .data(
                  Map.of(
                      "surveyId", response.surveyId(),
                      "surveyVersionId", response.surveyVersionId(),
                      "status", response.status().wire())));
    }
    return Answers.created("/v1/responses/" + response.id(), 0, ResponseView.of(response));
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
}
