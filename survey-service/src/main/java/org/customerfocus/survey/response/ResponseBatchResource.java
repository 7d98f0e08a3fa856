package org.customerfocus.survey.response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.survey.response.ResponseBatchView.ResponseBatchItem;
import org.customerfocus.survey.response.ResponseBatchView.ResponseOutcome;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/// Many responses at once, over HTTP.
@Path("/v1/response-batches")
@Tag(name = "Responses")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ResponseBatchResource {

  private static final int MULTI_STATUS = 207;

  private final Submission submission;
  private final CurrentCaller caller;
  private final Journal journal;

  ResponseBatchResource(Submission submission, CurrentCaller caller, Journal journal) {
    this.submission = submission;
    this.caller = caller;
    this.journal = journal;
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createResponseBatch",
      summary = "Submit many responses",
      description =
          "Records each response by itself and says what became of it. 200 when none was refused,"
              + " 207 otherwise; one is refused too when a quota of its survey is full. Sent again,"
              + " those with an external reference are told to be there already.")
  @APIResponse(
      responseCode = "200",
      description = "Each response is recorded, now or earlier.",
      content = @Content(schema = @Schema(implementation = ResponseBatchView.class)))
  @APIResponse(
      responseCode = "207",
      description = "Some responses were refused; their items say why.",
      content = @Content(schema = @Schema(implementation = ResponseBatchView.class)))
  @SecurityRequirement(name = "bearer", scopes = "responses:submit")
  public Object create(@NotNull @Valid ResponseBatchRequest request, @Context HttpHeaders headers) {
    Submission.Batch batch =
        submission.record(request, RequestKey.of(caller.get(), "createResponseBatch", headers));
    List<ResponseBatchItem> items = batch.items();
    int refused = count(items, ResponseOutcome.REFUSED);
    int recorded = count(items, ResponseOutcome.RECORDED);
    ResponseBatchView view =
        new ResponseBatchView(
            batch.id(), recorded, count(items, ResponseOutcome.ALREADY_PRESENT), refused, items);
    // Anonymous ones are told of by the day.
    if (batch.told() > 0) {
      journal.record(
          Change.of("response-batch", "recorded", batch.id())
              .data(Map.of("recorded", batch.told())));
    }
    int status = refused == 0 ? Response.Status.OK.getStatusCode() : MULTI_STATUS;
    // No `Response` with anonymous ones: it would be kept, and with it when they were recorded.
    return batch.anonymous()
        ? RestResponse.ResponseBuilder.<ResponseBatchView>create(status).entity(view).build()
        : Response.status(status).entity(view).build();
  }

  private static int count(List<ResponseBatchItem> items, ResponseOutcome outcome) {
    return (int) items.stream().filter(item -> item.outcome() == outcome).count();
  }
}
