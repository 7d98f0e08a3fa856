package org.customerfocus.customer.stakeholder;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.party.PartyService;
import org.customerfocus.customer.reference.Reference;
import org.customerfocus.customer.reference.ReferenceRepository;
import org.customerfocus.customer.reference.Target;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Who has a stake in what we do, over HTTP.
@Path("/v1/stakeholders")
@Tag(name = "Stakeholders", description = "Who influences, is influenced or benefits indirectly.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class StakeholderResource {

  private final StakeholderRepository stakeholders;
  private final PartyService parties;
  private final ReferenceRepository references;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  StakeholderResource(
      StakeholderRepository stakeholders,
      PartyService parties,
      ReferenceRepository references,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.stakeholders = stakeholders;
    this.parties = parties;
    this.references = references;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listStakeholders",
      summary = "List stakeholders",
      description =
          "Filter by relation, offeringId, interestLevel and influenceLevel; filter and sort by"
              + " partyId and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<StakeholderView> list(
      @BeanParam @Valid PageQuery query,
      @QueryParam("asOf") @Parameter(description = "Only those that held on this date.")
          @Nullable LocalDate asOf) {
    Page<Stakeholder> page = stakeholders.list(query, asOf);
    Map<UUID, List<StakeholderRelation>> relations =
        stakeholders.relations(page.items().stream().map(Stakeholder::id).toList());
    return page.map(
        each ->
            StakeholderView.of(each, each.asRequest(relations.getOrDefault(each.id(), List.of()))));
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createStakeholder",
      summary = "Record a stakeholder",
      description =
          "A stakeholder influences what we do, is influenced by it, or benefits indirectly. It need"
              + " not be a customer, nor use anything.")
  @APIResponse(
      responseCode = "201",
      description = "The new stakeholder.",
      content = @Content(schema = @Schema(implementation = StakeholderView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid StakeholderRequest request) {
    check(request);
    Stakeholder stakeholder = new Stakeholder(request, clock.instant());
    stakeholders.add(stakeholder, request.relations());
    record(stakeholder, "created", request);
    return Answers.created(
        "/v1/stakeholders/" + stakeholder.id(),
        stakeholder.version(),
        StakeholderView.of(stakeholder, request));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getStakeholder",
      summary = "Get a stakeholder",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The stakeholder.",
      content = @Content(schema = @Schema(implementation = StakeholderView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    Stakeholder stakeholder = stakeholders.get(id);
    return Answers.ok(stakeholder.version(), StakeholderView.of(stakeholder, current(stakeholder)));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/StakeholderPatch")))
  @Operation(
      operationId = "updateStakeholder",
      summary = "Change a stakeholder",
      description = "To say that they have a stake no more, set validTo. The party stays.")
  @APIResponse(
      responseCode = "200",
      description = "The changed stakeholder.",
      content = @Content(schema = @Schema(implementation = StakeholderView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Stakeholder stakeholder = stakeholders.get(id);
    preconditions.requireMatch(stakeholder.version());
    StakeholderRequest before = current(stakeholder);
    StakeholderRequest after = patch.applyTo(before);
    if (!after.equals(before)) {
      if (!after.partyId().equals(before.partyId())) {
        throw ProblemException.invalid(
            "/partyId", "the party stays; end this stakeholder and record another");
      }
      check(after);
      stakeholder.change(after, clock.instant());
      stakeholders.replaceRelations(id, after.relations());
      record(stakeholder, "updated", after);
    }
    return Answers.ok(stakeholder.version(), StakeholderView.of(stakeholder, after));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteStakeholder",
      summary = "Delete a stakeholder",
      description = "For what was recorded by mistake; a stake that has ended gets a validTo.")
  @APIResponse(responseCode = "204", description = "The stakeholder is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("id") UUID id) {
    Stakeholder stakeholder = stakeholders.get(id);
    preconditions.requireMatch(stakeholder.version());
    stakeholders.remove(stakeholder);
    journal.record(
        Change.of("stakeholder", "deleted", stakeholder)
            .data(Map.of("partyId", stakeholder.partyId())));
    return Answers.noContent();
  }

  private void check(StakeholderRequest request) {
    List<FieldError> faults = request.faults();
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    parties.referred(request.partyId(), "/partyId");
    references.require(
        List.of(new Reference(Target.OFFERING, request.offeringId(), "/offeringId")));
  }

  private StakeholderRequest current(Stakeholder stakeholder) {
    UUID id = stakeholder.id();
    return stakeholder.asRequest(stakeholders.relations(List.of(id)).getOrDefault(id, List.of()));
  }

  private void record(Stakeholder stakeholder, String verb, StakeholderRequest request) {
    journal.record(
        Change.of("stakeholder", verb, stakeholder)
            .data(Map.of("partyId", stakeholder.partyId()))
            .detail(request));
  }
}
