package org.customerfocus.customer.duplicate;

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

/// The queue in which people judge pairs, over HTTP.
@Path("/v1/duplicates")
@Tag(
    name = "Duplicates",
    description = "Pairs of parties that may be one. People judge them; nothing merges by itself.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DuplicateResource {

  private final DuplicateRepository duplicates;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  DuplicateResource(
      DuplicateRepository duplicates,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.duplicates = duplicates;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listDuplicates",
      summary = "List pairs that may be one party",
      description =
          "New and changed parties are compared by themselves within seconds; a scan compares all."
              + " Filter and sort by leftPartyId, rightPartyId, status, certainty, probability and"
              + " createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<DuplicateView> list(@BeanParam @Valid PageQuery query) {
    return duplicates.list(query).map(DuplicateView::of);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getDuplicate",
      summary = "Get a pair, with its explanation",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The pair.",
      content = @Content(schema = @Schema(implementation = DuplicateView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    Duplicate pair = duplicates.get(id);
    return Answers.ok(pair.version(), DuplicateView.of(pair));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/DuplicateStatusPatch")))
  @Operation(
      operationId = "updateDuplicate",
      summary = "Judge a pair",
      description =
          "Confirming merges nothing: create a merge for that. A rejected pair comes back only when"
              + " one of the two parties has changed.")
  @APIResponse(
      responseCode = "200",
      description = "The judged pair.",
      content = @Content(schema = @Schema(implementation = DuplicateView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Duplicate pair = duplicates.get(id);
    preconditions.requireMatch(pair.version());
    DuplicateStatusRequest after = patch.applyTo(new DuplicateStatusRequest(pair.status()));
    if (pair.judge(after.status(), clock.instant())) {
      journal.record(
          Change.of("duplicate", after.status().wire(), pair)
              .data(
                  Map.of("leftPartyId", pair.leftPartyId(), "rightPartyId", pair.rightPartyId())));
    }
    return Answers.ok(pair.version(), DuplicateView.of(pair));
  }
}
