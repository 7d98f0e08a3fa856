package org.customerfocus.customer.interaction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.tenancy.Ids;
import org.customerfocus.customer.recording.Recording;
import org.customerfocus.customer.recording.RecordingBatchView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Many interactions at once, over HTTP.
@Path("/v1/interaction-batches")
@Tag(name = "Interactions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class InteractionBatchResource {

  private final InteractionRepository interactions;
  private final Recording recording;
  private final Journal journal;

  InteractionBatchResource(
      InteractionRepository interactions, Recording recording, Journal journal) {
    this.interactions = interactions;
    this.recording = recording;
    this.journal = journal;
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createInteractionBatch",
      summary = "Record many interactions",
      description =
          "Records each by itself and says what became of it: 200 when all are recorded as they were"
              + " sent, now or earlier, 207 otherwise. Those with an external reference can be sent"
              + " again.")
  @APIResponse(
      responseCode = "200",
      description = "Each interaction is recorded, now or earlier.",
      content = @Content(schema = @Schema(implementation = RecordingBatchView.class)))
  @APIResponse(
      responseCode = "207",
      description = "Some were refused or are in conflict; their items say why.",
      content = @Content(schema = @Schema(implementation = RecordingBatchView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid InteractionBatchRequest request) {
    RecordingBatchView view =
        RecordingBatchView.of(
            recording.recordAll(interactions, request.interactions(), "interactions"));
    if (view.created() > 0) {
      journal.record(
          Change.of("interaction-batch", "recorded", Ids.next())
              .data(Map.of("created", view.created())));
    }
    return view.answer();
  }
}
