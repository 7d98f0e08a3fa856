package org.customerfocus.customer.need;

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
import org.customerfocus.customer.relationship.RoleTypes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Why customers come, over HTTP.
@Path("/v1/needs")
@Tag(name = "Needs", description = "Why they come: what they need, in their words.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class NeedResource {

  private final NeedRepository needs;
  private final EvidenceRepository evidence;
  private final DegreesMet degrees;
  private final ReferenceRepository references;
  private final RoleTypes roles;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  NeedResource(
      NeedRepository needs,
      EvidenceRepository evidence,
      DegreesMet degrees,
      ReferenceRepository references,
      RoleTypes roles,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.needs = needs;
    this.evidence = evidence;
    this.degrees = degrees;
    this.references = references;
    this.roles = roles;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listNeeds",
      summary = "List needs",
      description =
          "Filter by segmentId, customerId, role, offeringId, importance; filter and sort by"
              + " statement, voice and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<NeedView> list(@BeanParam @Valid PageQuery query) {
    Page<Need> page = needs.list(query);
    List<UUID> ids = page.items().stream().map(Need::id).toList();
    Map<UUID, List<Evidence>> known = evidence.ofNeeds(ids);
    Map<UUID, DegreesMet.Known> met = degrees.ofNeeds(page.items());
    return page.map(
        need ->
            NeedView.of(
                need,
                need.asRequest(known.getOrDefault(need.id(), List.of())),
                met.getOrDefault(need.id(), DegreesMet.Known.NOTHING)));
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createNeed",
      summary = "Record a need",
      description =
          "A need explains why they come. It is one segment's, one customer's, or that of all who"
              + " have a role.")
  @APIResponse(
      responseCode = "201",
      description = "The new need.",
      content = @Content(schema = @Schema(implementation = NeedView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid NeedRequest request) {
    check(request);
    Need need = new Need(request, clock.instant());
    needs.add(need);
    evidence.add(Subject.need(need.id()), request.evidence());
    NeedView view = view(need, request);
    journal.record(Change.of("need", "created", need).detail(request));
    return Answers.created("/v1/needs/" + need.id(), need.version(), view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getNeed",
      summary = "Get a need",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The need.",
      content = @Content(schema = @Schema(implementation = NeedView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    Need need = needs.get(id);
    return Answers.ok(need.version(), view(need, current(need)));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/NeedPatch")))
  @Operation(
      operationId = "updateNeed",
      summary = "Change a need",
      description = "Evidence is replaced whole. The degree met has a resource of its own.")
  @APIResponse(
      responseCode = "200",
      description = "The changed need.",
      content = @Content(schema = @Schema(implementation = NeedView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Need need = needs.get(id);
    preconditions.requireMatch(need.version());
    NeedRequest before = current(need);
    NeedRequest after = patch.applyTo(before);
    if (!after.equals(before)) {
      check(after);
      need.change(after, clock.instant());
      evidence.replace(Subject.need(id), after.evidence());
      journal.record(Change.of("need", "updated", need).detail(after));
    }
    return Answers.ok(need.version(), view(need, after));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteNeed",
      summary = "Delete a need",
      description =
          "Its evidence and scores go with it. A need that a requirement names stays: 409.")
  @APIResponse(responseCode = "204", description = "The need is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("id") UUID id) {
    Need need = needs.get(id);
    preconditions.requireMatch(need.version());
    needs.remove(need);
    journal.record(Change.of("need", "deleted", need));
    return Answers.noContent();
  }

  private void check(NeedRequest request) {
    List<FieldError> faults = request.faults(roles::unknown);
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    references.require(request.references());
  }

  private NeedRequest current(Need need) {
    return need.asRequest(evidence.ofNeeds(List.of(need.id())).getOrDefault(need.id(), List.of()));
  }

  private NeedView view(Need need, NeedRequest as) {
    return NeedView.of(
        need, as, degrees.ofNeeds(List.of(need)).getOrDefault(need.id(), DegreesMet.Known.NOTHING));
  }
}
