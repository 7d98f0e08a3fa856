package org.customerfocus.agreement.underpinning;

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
import java.util.Map;
import java.util.UUID;
import org.customerfocus.agreement.contract.AgreementRepository;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What the promises of an agreement rest on, over HTTP.
@Path("/v1/agreements/{id}/underpinnings")
@Tag(name = "Support chain", description = "What our promises rest on, and whether it is enough.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class UnderpinningResource {

  private static final String TYPE = "underpinning";

  private final UnderpinningRepository underpinnings;
  private final UnderpinningCheck check;
  private final AgreementRepository agreements;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  UnderpinningResource(
      UnderpinningRepository underpinnings,
      UnderpinningCheck check,
      AgreementRepository agreements,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.underpinnings = underpinnings;
    this.check = check;
    this.agreements = agreements;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listUnderpinnings",
      summary = "List what an agreement rests on",
      description =
          "Filter by commitmentId, supportingAgreementId, supportingCommitmentId, createdAt; sort by"
              + " all but supportingCommitmentId.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Page<UnderpinningView> list(@PathParam("id") UUID id, @BeanParam @Valid PageQuery query) {
    agreements.view(id);
    return underpinnings.list(id, query).map(Underpinning::view);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Command
  @Operation(
      operationId = "createUnderpinning",
      summary = "Say what a promise rests on",
      description =
          "Names the agreement, or one commitment of it, in which another provider promises something"
              + " to the provider of this agreement. 409 where the supporting promise itself rests on"
              + " the one it should support, whatever number of links lies between them.")
  @APIResponse(
      responseCode = "201",
      description = "The new underpinning.",
      content = @Content(schema = @Schema(implementation = UnderpinningView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response create(@PathParam("id") UUID id, @NotNull @Valid UnderpinningRequest request) {
    UnderpinningRequest link = check.require(agreements.view(id), request);
    requireNew(id, link, null);
    Underpinning underpinning = new Underpinning(id, link, clock.instant());
    underpinnings.add(underpinning);
    record(underpinning, "created");
    return Answers.created(
        "/v1/agreements/%s/underpinnings/%s".formatted(id, underpinning.id()),
        underpinning.version(),
        underpinning.view());
  }

  @GET
  @Path("/{underpinningId}")
  @Operation(
      operationId = "getUnderpinning",
      summary = "Read an underpinning",
      description = "What one promise rests on.")
  @APIResponse(
      responseCode = "200",
      description = "The underpinning.",
      content = @Content(schema = @Schema(implementation = UnderpinningView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Response get(@PathParam("id") UUID id, @PathParam("underpinningId") UUID underpinningId) {
    Underpinning underpinning = underpinnings.get(id, underpinningId);
    return Answers.ok(underpinning.version(), underpinning.view());
  }

  @PATCH
  @Path("/{underpinningId}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Command
  @Operation(
      operationId = "updateUnderpinning",
      summary = "Change an underpinning",
      description =
          "Merges the patch; validTo ends it without forgetting that it was. Checked like a new one.")
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/UnderpinningPatch")))
  @APIResponse(
      responseCode = "200",
      description = "The changed underpinning.",
      content = @Content(schema = @Schema(implementation = UnderpinningView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response update(
      @PathParam("id") UUID id,
      @PathParam("underpinningId") UUID underpinningId,
      @NotNull MergePatch patch) {
    Underpinning underpinning = underpinnings.get(id, underpinningId);
    preconditions.requireMatch(underpinning.version());
    UnderpinningRequest link =
        check.require(agreements.view(id), patch.applyTo(underpinning.describe()));
    requireNew(id, link, underpinning.id());
    if (underpinning.change(link, clock.instant())) {
      record(underpinning, "updated");
    }
    return Answers.ok(underpinning.version(), underpinning.view());
  }

  @DELETE
  @Path("/{underpinningId}")
  @Command
  @Operation(
      operationId = "deleteUnderpinning",
      summary = "Delete an underpinning",
      description = "As if it had never been; one that ended is given a validTo instead.")
  @APIResponse(responseCode = "204", description = "The underpinning is gone.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response delete(
      @PathParam("id") UUID id, @PathParam("underpinningId") UUID underpinningId) {
    Underpinning underpinning = underpinnings.get(id, underpinningId);
    preconditions.requireMatch(underpinning.version());
    underpinnings.remove(underpinning);
    record(underpinning, "deleted");
    return Answers.noContent();
  }

  private void requireNew(UUID agreement, UnderpinningRequest link, @Nullable UUID except) {
    underpinnings.lock();
    if (underpinnings.exists(agreement, link, except)) {
      throw new ProblemException(
          Problems.CONFLICT, "This underpinning is recorded already for some of those days.");
    }
    if (underpinnings.wouldCycle(agreement, link)) {
      throw new ProblemException(
          UnderpinningProblems.CYCLE,
          "The supporting promise rests on this very commitment, so it cannot support it.");
    }
  }

  private void record(Underpinning underpinning, String verb) {
    journal.record(
        Change.of(TYPE, verb, underpinning)
            .data(
                Map.of(
                    "agreementId",
                    underpinning.agreementId(),
                    "supportingAgreementId",
                    underpinning.describe().supportingAgreementId()))
            .detail(underpinning.view()));
  }
}
