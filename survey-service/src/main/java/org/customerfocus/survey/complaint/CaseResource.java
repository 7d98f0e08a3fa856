package org.customerfocus.survey.complaint;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.survey.link.Links;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Cases, over HTTP.
@Path("/v1/cases")
@Tag(name = "Cases")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CaseResource {

  private final CaseRepository repository;
  private final CaseService service;
  private final Cases cases;
  private final Links links;
  private final Preconditions preconditions;

  CaseResource(
      CaseRepository repository,
      CaseService service,
      Cases cases,
      Links links,
      Preconditions preconditions) {
    this.repository = repository;
    this.service = service;
    this.cases = cases;
    this.links = links;
    this.preconditions = preconditions;
  }

  @GET
  @Operation(
      operationId = "listCases",
      summary = "List cases",
      description =
          "Filter by trackingNumber, status, channel, severity, receivedAt, closedAt, escalatedAt,"
              + " createdAt, accessChannelId, feedbackId, responseId, ruleId, customerId, partyId,"
              + " offeringId, touchpointId, requirementId and ownerPartyId; sort by trackingNumber,"
              + " status, channel, receivedAt and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "cases:read")
  public Page<CaseView> list(@BeanParam @Valid PageQuery query) {
    return repository.list(query).map(one -> CaseView.of(one, null));
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createCase",
      summary = "Open a case",
      description =
          "A complaint by telephone is one call: what was said, who says it, and the case come"
              + " together or not at all. What was promised on its channel is due from the moment at"
              + " which it was received, in the service time of the channel.")
  @APIResponse(
      responseCode = "201",
      description = "The new case, with its tracking number and the complainant's page.",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  @SecurityRequirement(name = "bearer", scopes = "cases:write")
  public Response create(@NotNull @Valid CaseRequest request) {
    links.noteHandle();
    SurveyCase made = service.open(request);
    return Answers.created(
        "/v1/cases/" + made.id(), made.version(), CaseView.of(made, cases.statusPath(made)));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getCase",
      summary = "Get a case",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The case.",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  @SecurityRequirement(name = "bearer", scopes = "cases:read")
  public Response get(@PathParam("id") UUID id) {
    return answer(repository.get(id));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/CasePatch")))
  @Operation(
      operationId = "updateCase",
      summary = "Change a case",
      description =
          "Moves it on as allowedStatuses says, and notes what was found out. While it is paused the"
              + " clock stands still; when the pause ends, what was promised is due that much later.")
  @APIResponse(
      responseCode = "200",
      description = "The changed case.",
      content = @Content(schema = @Schema(implementation = CaseView.class)))
  @SecurityRequirement(name = "bearer", scopes = "cases:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    SurveyCase one = repository.hold(id);
    preconditions.requireMatch(one.version());
    service.change(one, patch.applyTo(one.asRequest()));
    return answer(one);
  }

  private Response answer(SurveyCase one) {
    return Answers.ok(one.version(), CaseView.of(one, cases.statusPath(one)));
  }
}
