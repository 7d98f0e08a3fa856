package org.customerfocus.customer.competition;

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
import org.customerfocus.conventions.time.Validity;
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

/// Who else provides what our customers could turn to, over HTTP.
@Path("/v1/competitors")
@Tag(name = "Competitors", description = "Who else provides what our customers could turn to.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CompetitorResource {

  private final CompetitionRepository competition;
  private final PartyService parties;
  private final ReferenceRepository references;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  CompetitorResource(
      CompetitionRepository competition,
      PartyService parties,
      ReferenceRepository references,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.competition = competition;
    this.parties = parties;
    this.references = references;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listCompetitors",
      summary = "List competitors",
      description =
          "Filter by offeringId and market; filter and sort by partyId and createdAt. A competitor's"
              + " customers are listCustomers with the filter providerPartyId==<its partyId>.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<CompetitorView> list(
      @BeanParam @Valid PageQuery query,
      @QueryParam("asOf") @Parameter(description = "Only those that held on this date.")
          @Nullable LocalDate asOf) {
    return competition.competitors(query, asOf).map(CompetitorView::of);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createCompetitor",
      summary = "Record a competitor",
      description =
          "A competitor is a party that provides to customers too: register its customers with its"
              + " party as their provider.")
  @APIResponse(
      responseCode = "201",
      description = "The new competitor.",
      content = @Content(schema = @Schema(implementation = CompetitorView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid CompetitorRequest request) {
    check(request);
    Competitor competitor = new Competitor(request, clock.instant());
    competition.add(competitor);
    CompetitorView view = CompetitorView.of(competitor);
    record(competitor, "created", view);
    return Answers.created("/v1/competitors/" + competitor.id(), competitor.version(), view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getCompetitor",
      summary = "Get a competitor",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The competitor.",
      content = @Content(schema = @Schema(implementation = CompetitorView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    Competitor competitor = competition.competitor(id);
    return Answers.ok(competitor.version(), CompetitorView.of(competitor));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/CompetitorPatch")))
  @Operation(
      operationId = "updateCompetitor",
      summary = "Change a competitor",
      description = "To say that it competes no more, set validTo. Its party stays.")
  @APIResponse(
      responseCode = "200",
      description = "The changed competitor.",
      content = @Content(schema = @Schema(implementation = CompetitorView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Competitor competitor = competition.competitor(id);
    preconditions.requireMatch(competitor.version());
    CompetitorRequest before = competitor.asRequest();
    CompetitorRequest after = patch.applyTo(before);
    if (!after.equals(before)) {
      if (!after.partyId().equals(before.partyId())) {
        throw ProblemException.invalid(
            "/partyId", "the party stays; end this competitor and record another");
      }
      check(after);
      competitor.change(after, clock.instant());
      record(competitor, "updated", after);
    }
    return Answers.ok(competitor.version(), CompetitorView.of(competitor));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteCompetitor",
      summary = "Delete a competitor",
      description =
          "For what was recorded by mistake. A competitor that a comparison is about stays: 409.")
  @APIResponse(responseCode = "204", description = "The competitor is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("id") UUID id) {
    Competitor competitor = competition.competitor(id);
    preconditions.requireMatch(competitor.version());
    competition.remove(competitor);
    journal.record(
        Change.of("competitor", "deleted", competitor)
            .data(Map.of("partyId", competitor.partyId())));
    return Answers.noContent();
  }

  private void check(CompetitorRequest request) {
    List<FieldError> faults = Validity.faults(request.validFrom(), request.validTo(), "");
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    parties.referred(request.partyId(), "/partyId");
    references.require(
        List.of(new Reference(Target.OFFERING, request.offeringId(), "/offeringId")));
  }

  private void record(Competitor competitor, String verb, Object detail) {
    journal.record(
        Change.of("competitor", verb, competitor)
            .data(Map.of("partyId", competitor.partyId()))
            .detail(detail));
  }
}
