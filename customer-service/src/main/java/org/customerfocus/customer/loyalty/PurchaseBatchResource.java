package org.customerfocus.customer.loyalty;

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
import org.customerfocus.customer.recording.RecordingBatchView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Many purchases at once, over HTTP.
@Path("/v1/purchase-batches")
@Tag(name = "Loyalty")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PurchaseBatchResource {

  private final Purchases purchases;

  PurchaseBatchResource(Purchases purchases) {
    this.purchases = purchases;
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createPurchaseBatch",
      summary = "Record many purchases",
      description =
          "Records each by itself and says what became of it: 200 when all are recorded as they were"
              + " sent, now or earlier, 207 otherwise. Those with an external reference can be sent"
              + " again.")
  @APIResponse(
      responseCode = "200",
      description = "Each purchase is recorded, now or earlier.",
      content = @Content(schema = @Schema(implementation = RecordingBatchView.class)))
  @APIResponse(
      responseCode = "207",
      description = "Some were refused or are in conflict; their items say why.",
      content = @Content(schema = @Schema(implementation = RecordingBatchView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid PurchaseBatchRequest request) {
    return RecordingBatchView.of(purchases.record(request.purchases())).answer();
  }
}
