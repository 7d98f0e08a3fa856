package org.customerfocus.customer.loyalty;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.customer.recording.Recording;
import org.customerfocus.customer.recording.RecordingItem;
import org.customerfocus.customer.recording.RecordingItem.RecordingStatus;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Purchases, over HTTP.
@Path("/v1/purchases")
@Tag(name = "Loyalty", description = "What customers buy, and whom they bring.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PurchaseResource {

  private final PurchaseRepository purchases;
  private final Recording recording;
  private final Preconditions preconditions;
  private final Journal journal;

  PurchaseResource(
      PurchaseRepository purchases,
      Recording recording,
      Preconditions preconditions,
      Journal journal) {
    this.purchases = purchases;
    this.recording = recording;
    this.preconditions = preconditions;
    this.journal = journal;
  }

  @GET
  @Operation(
      operationId = "listPurchases",
      summary = "List purchases",
      description =
          "Filter by customerId, offeringId, purchasedAt, currency and createdAt; sort by customerId,"
              + " purchasedAt and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<PurchaseView> list(@BeanParam @Valid PageQuery query) {
    return purchases.list(query).map(PurchaseView::of);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createPurchase",
      summary = "Record a purchase",
      description =
          "Under its external reference a purchase is recorded once: sent again it is answered 200"
              + " with what is recorded, with other content 409. A purchase never changes; one that"
              + " was recorded wrongly is deleted and recorded again.")
  @APIResponse(
      responseCode = "201",
      description = "The new purchase.",
      content = @Content(schema = @Schema(implementation = PurchaseView.class)))
  @APIResponse(
      responseCode = "200",
      description = "The purchase that was recorded before.",
      content = @Content(schema = @Schema(implementation = PurchaseView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid PurchaseRequest request) {
    RecordingItem item = recording.recordOne(purchases, request);
    Purchase purchase = purchases.get(Objects.requireNonNull(item.id()));
    PurchaseView view = PurchaseView.of(purchase);
    if (item.status() == RecordingStatus.DUPLICATE) {
      return Answers.ok(purchase.version(), view);
    }
    journal.record(
        Change.of("purchase", "recorded", purchase)
            .data(Map.of("customerId", purchase.customerId()))
            .detail(view));
    return Answers.created("/v1/purchases/" + purchase.id(), purchase.version(), view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getPurchase",
      summary = "Get a purchase",
      description = "As it was reported.")
  @APIResponse(
      responseCode = "200",
      description = "The purchase.",
      content = @Content(schema = @Schema(implementation = PurchaseView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    Purchase purchase = purchases.get(id);
    return Answers.ok(purchase.version(), PurchaseView.of(purchase));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deletePurchase",
      summary = "Delete a purchase",
      description = "For what was recorded by mistake; its external reference is free again.")
  @APIResponse(responseCode = "204", description = "The purchase is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("id") UUID id) {
    Purchase purchase = purchases.get(id);
    preconditions.requireMatch(purchase.version());
    purchases.remove(purchase);
    journal.record(Change.of("purchase", "deleted", purchase));
    return Answers.noContent();
  }
}
