package org.customerfocus.agreement.breach;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
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

/// Promises that were not kept, over HTTP.
@Path("/v1/breaches")
@Tag(name = "Breaches", description = "Promises that were not kept, and why.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class BreachResource {

  private final BreachRepository breaches;
  private final CurrentCaller caller;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  BreachResource(
      BreachRepository breaches,
      CurrentCaller caller,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.breaches = breaches;
    this.caller = caller;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listBreaches",
      summary = "List breaches",
      description =
          "Filter by agreementId, lineageId, commitmentId, status, periodStart, causeCategory,"
              + " createdAt, updatedAt; sort by all but causeCategory.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Page<BreachView> list(@BeanParam @Valid PageQuery query) {
    return breaches.list(query).map(Breach::view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getBreach",
      summary = "Read a breach",
      description =
          "It is detected by itself when a period ends that missed its target, confirmed when the"
              + " period becomes final, and withdrawn or reopened by a later result.")
  @APIResponse(
      responseCode = "200",
      description = "The breach.",
      content = @Content(schema = @Schema(implementation = BreachView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Response get(@PathParam("id") UUID id) {
    Breach breach = breaches.get(id);
    return Answers.ok(breach.version(), breach.view());
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Command
  @Operation(
      operationId = "updateBreach",
      summary = "Record the cause of a breach",
      description = "Who does so, and when, is kept with it. The status follows the measurements.")
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/BreachPatch")))
  @APIResponse(
      responseCode = "200",
      description = "The explained breach.",
      content = @Content(schema = @Schema(implementation = BreachView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Breach breach = breaches.get(id);
    preconditions.requireMatch(breach.version());
    if (breach.explain(patch.applyTo(breach.describe()), caller.get().subject(), clock.instant())) {
      journal.record(
          Change.of("breach", "explained", breach)
              .data(Map.of("agreementId", breach.agreementId()))
              .detail(breach.view()));
    }
    return Answers.ok(breach.version(), breach.view());
  }

  @GET
  @Path("/{id}/trace")
  @Operation(
      operationId = "getBreachTrace",
      summary = "Trace a breach upstream",
      description =
          "Follows the underpinnings that held in the period, link by link, and tells which of those"
              + " promises were not kept in a period that overlaps.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public BreachTraceView trace(@PathParam("id") UUID id) {
    return breaches.trace(breaches.get(id));
  }
}
