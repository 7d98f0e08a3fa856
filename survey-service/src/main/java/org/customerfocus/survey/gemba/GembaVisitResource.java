package org.customerfocus.survey.gemba;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.survey.gemba.GembaVisit.Parts;
import org.customerfocus.survey.listening.Customers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Visits to where the product is used, over HTTP.
@Path("/v1/gemba-visits")
@Tag(
    name = "Gemba visits",
    description = "Going to see the product in use: plans, observations, findings, and who went.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class GembaVisitResource {

  private final GembaRepository visits;
  private final GembaService service;
  private final Customers customers;
  private final CurrentCaller caller;

  GembaVisitResource(
      GembaRepository visits, GembaService service, Customers customers, CurrentCaller caller) {
    this.visits = visits;
    this.service = service;
    this.customers = customers;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listGembaVisits",
      summary = "List visits",
      description =
          "Filter by title, status, plannedFor, visitedAt, customerId, offeringId, touchpointId,"
              + " visitorPartyId (who of our own people goes), finding.kind, finding.requirementId"
              + " and createdAt; sort by title, status and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "feedback:read")
  public Page<GembaVisitView> list(@BeanParam @Valid PageQuery query) {
    Page<GembaVisit> page = visits.list(query);
    return new Page<>(service.views(page.items()), page.nextCursor(), page.total());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createGembaVisit",
      summary = "Plan or record a visit",
      description =
          "Plans a visit, or with visitedAt records one that was made, together with what was seen"
              + " and what was learned. Where neither roles nor segmentIds say whom it meets, they"
              + " are those that the customer has now.")
  @APIResponse(
      responseCode = "201",
      description = "The new visit.",
      content = @Content(schema = @Schema(implementation = GembaVisitView.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:write")
  public Response create(@NotNull @Valid GembaVisitRequest request) {
    return service.create(request, met(request.met() == null ? request.customerId() : null));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getGembaVisit",
      summary = "Get a visit",
      description = "With its observations and findings.")
  @APIResponse(
      responseCode = "200",
      description = "The visit.",
      content = @Content(schema = @Schema(implementation = GembaVisitView.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:read")
  public Response get(@PathParam("id") UUID id) {
    GembaVisit visit = visits.get(id);
    Parts parts = visits.parts(id);
    return Answers.ok(visit.version(), visit.view(parts));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/GembaVisitPatch")))
  @Operation(
      operationId = "updateGembaVisit",
      summary = "Change a visit",
      description =
          "A visit that is planned becomes done, with visitedAt, or cancelled. Observations and"
              + " findings are replaced whole; those that keep their key keep their id.")
  @APIResponse(
      responseCode = "200",
      description = "The changed visit.",
      content = @Content(schema = @Schema(implementation = GembaVisitView.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    return service.update(id, patch, met(service.asked(id, patch)));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "deleteGembaVisit",
      summary = "Delete a visit",
      description = "With what was seen. A visit that does not take place is better cancelled.")
  @APIResponse(responseCode = "204", description = "The visit is gone.")
  @SecurityRequirement(name = "bearer", scopes = "feedback:write")
  public Response delete(@PathParam("id") UUID id) {
    return service.delete(id);
  }

  private @Nullable Met met(@Nullable UUID customer) {
    return customer == null
        ? null
        : customers
            .require(caller.get(), customer)
            .map(as -> new Met(as.roles(), as.segmentIds()))
            .orElse(null);
  }
}
