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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
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
import org.customerfocus.customer.reference.ReferenceRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Ours against theirs, over HTTP.
@Path("/v1/competitor-comparisons")
@Tag(
    name = "Competitor comparisons",
    description = "Ours against theirs, requirement by requirement.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CompetitorComparisonResource {

  private final CompetitionRepository competition;
  private final ReferenceRepository references;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  CompetitorComparisonResource(
      CompetitionRepository competition,
      ReferenceRepository references,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.competition = competition;
    this.references = references;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listCompetitorComparisons",
      summary = "List competitor comparisons",
      description =
          "Filter by segmentId; filter and sort by competitorId, requirementId and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<CompetitorComparisonView> list(@BeanParam @Valid PageQuery query) {
    return competition.comparisons(query).map(CompetitorComparisonView::of);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createCompetitorComparison",
      summary = "Record a competitor comparison",
      description =
          "Two scores about one requirement, on one scale, each with its source and date. The"
              + " difference is computed; with intervals on both sides it has one too.")
  @APIResponse(
      responseCode = "201",
      description = "The new competitor comparison.",
      content = @Content(schema = @Schema(implementation = CompetitorComparisonView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid CompetitorComparisonRequest request) {
    check(request);
    CompetitorComparison comparison = new CompetitorComparison(request, clock.instant());
    competition.add(comparison);
    CompetitorComparisonView view = CompetitorComparisonView.of(comparison);
    record(comparison, "created", request);
    return Answers.created(
        "/v1/competitor-comparisons/" + comparison.id(), comparison.version(), view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getCompetitorComparison",
      summary = "Get a competitor comparison",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The competitor comparison.",
      content = @Content(schema = @Schema(implementation = CompetitorComparisonView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    CompetitorComparison comparison = competition.comparison(id);
    return Answers.ok(comparison.version(), CompetitorComparisonView.of(comparison));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/CompetitorComparisonPatch")))
  @Operation(
      operationId = "updateCompetitorComparison",
      summary = "Change a competitor comparison",
      description =
          "For corrections; what is found anew is a comparison of its own, with its own dates.")
  @APIResponse(
      responseCode = "200",
      description = "The changed competitor comparison.",
      content = @Content(schema = @Schema(implementation = CompetitorComparisonView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    CompetitorComparison comparison = competition.comparison(id);
    preconditions.requireMatch(comparison.version());
    CompetitorComparisonRequest before = comparison.asRequest();
    CompetitorComparisonRequest after = patch.applyTo(before);
    if (!after.equals(before)) {
      check(after);
      comparison.change(after, clock.instant());
      record(comparison, "updated", after);
    }
    return Answers.ok(comparison.version(), CompetitorComparisonView.of(comparison));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteCompetitorComparison",
      summary = "Delete a competitor comparison",
      description = "Nothing refers to a comparison.")
  @APIResponse(responseCode = "204", description = "The competitor comparison is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("id") UUID id) {
    CompetitorComparison comparison = competition.comparison(id);
    preconditions.requireMatch(comparison.version());
    competition.remove(comparison);
    journal.record(Change.of("competitor-comparison", "deleted", comparison));
    return Answers.noContent();
  }

  private void check(CompetitorComparisonRequest request) {
    List<FieldError> faults = request.faults();
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    references.require(request.references());
  }

  private void record(
      CompetitorComparison comparison, String verb, CompetitorComparisonRequest request) {
    journal.record(
        Change.of("competitor-comparison", verb, comparison)
            .data(
                Map.of(
                    "competitorId", request.competitorId(),
                    "requirementId", request.requirementId()))
            .detail(request));
  }
}
