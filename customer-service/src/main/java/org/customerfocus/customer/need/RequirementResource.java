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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

/// What decides whether customers leave satisfied, over HTTP.
@Path("/v1/requirements")
@Tag(name = "Requirements", description = "What decides whether they leave satisfied.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class RequirementResource {

  private final RequirementRepository requirements;
  private final NeedRepository needs;
  private final DegreesMet degrees;
  private final ReferenceRepository references;
  private final RoleTypes roles;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  RequirementResource(
      RequirementRepository requirements,
      NeedRepository needs,
      DegreesMet degrees,
      ReferenceRepository references,
      RoleTypes roles,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.requirements = requirements;
    this.needs = needs;
    this.degrees = degrees;
    this.references = references;
    this.roles = roles;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listRequirements",
      summary = "List requirements",
      description =
          "Filter by offeringId and touchpointId, by segmentId, customerId and role (of those to whom it matters) and"
              + " by needId; filter and sort by statement, kind, voice and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<RequirementView> list(@BeanParam @Valid PageQuery query) {
    Page<Requirement> page = requirements.list(query);
    List<UUID> ids = page.items().stream().map(Requirement::id).toList();
    Map<UUID, RequirementParts> parts = requirements.parts(ids);
    Map<UUID, DegreesMet.Known> met = degrees.ofRequirements(ids);
    return page.map(
        each ->
            RequirementView.of(
                each,
                each.asRequest(Objects.requireNonNull(parts.get(each.id()))),
                met.getOrDefault(each.id(), DegreesMet.Known.NOTHING),
                null));
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createRequirement",
      summary = "Record a requirement",
      description =
          "A requirement decides whether they leave satisfied. It belongs to any number of needs and"
              + " matters differently to different segments, customers and roles.")
  @APIResponse(
      responseCode = "201",
      description = "The new requirement.",
      content = @Content(schema = @Schema(implementation = RequirementView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid RequirementRequest request) {
    check(request);
    Requirement requirement = new Requirement(request, clock.instant());
    requirements.add(requirement, request.parts());
    needs.raiseVersions(request.parts().needIds(), clock.instant());
    journal.record(Change.of("requirement", "created", requirement).detail(request));
    return Answers.created(
        "/v1/requirements/" + requirement.id(), requirement.version(), view(requirement, request));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getRequirement",
      summary = "Get a requirement",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The requirement.",
      content = @Content(schema = @Schema(implementation = RequirementView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    Requirement requirement = requirements.get(id);
    return Answers.ok(requirement.version(), view(requirement, current(requirement)));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/RequirementPatch")))
  @Operation(
      operationId = "updateRequirement",
      summary = "Change a requirement",
      description = "Lists are replaced whole. The degree met has a resource of its own.")
  @APIResponse(
      responseCode = "200",
      description = "The changed requirement.",
      content = @Content(schema = @Schema(implementation = RequirementView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Requirement requirement = requirements.get(id);
    preconditions.requireMatch(requirement.version());
    RequirementRequest before = current(requirement);
    RequirementRequest after = patch.applyTo(before);
    if (!after.equals(before)) {
      check(after);
      requirement.change(after, clock.instant());
      requirements.replaceParts(id, after.parts());
      // What a need derives from its requirements has changed, where it has been one of them too.
      Set<UUID> concerned = new HashSet<>(before.parts().needIds());
      concerned.addAll(after.parts().needIds());
      needs.raiseVersions(concerned, clock.instant());
      journal.record(Change.of("requirement", "updated", requirement).detail(after));
    }
    return Answers.ok(requirement.version(), view(requirement, after));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteRequirement",
      summary = "Delete a requirement",
      description =
          "Its evidence and scores go with it. A requirement that a comparison is about stays: 409.")
  @APIResponse(responseCode = "204", description = "The requirement is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("id") UUID id) {
    Requirement requirement = requirements.get(id);
    preconditions.requireMatch(requirement.version());
    List<UUID> concerned = requirements.parts(id).needIds();
    requirements.remove(requirement);
    needs.raiseVersions(concerned, clock.instant());
    journal.record(Change.of("requirement", "deleted", requirement));
    return Answers.noContent();
  }

  private void check(RequirementRequest request) {
    List<FieldError> faults = request.faults(roles::unknown);
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    references.require(request.references());
  }

  private RequirementRequest current(Requirement requirement) {
    return requirement.asRequest(requirements.parts(requirement.id()));
  }

  private RequirementView view(Requirement requirement, RequirementRequest as) {
    UUID id = requirement.id();
    return RequirementView.of(
        requirement,
        as,
        degrees.ofRequirements(List.of(id)).getOrDefault(id, DegreesMet.Known.NOTHING),
        degrees.bySegment(id));
  }
}
