package org.customerfocus.agreement.entitytype;

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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customerfocus.agreement.wording.Names;
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
import org.customerfocus.conventions.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Entity types, over HTTP.
@Path("/v1/entity-types")
@Tag(name = "Entity types", description = "What services are counted in, and what it is called.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class EntityTypeResource {

  private final EntityTypeRepository types;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  EntityTypeResource(
      EntityTypeRepository types,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.types = types;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listEntityTypes",
      summary = "List entity types",
      description = "Filter and sort by code, createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Page<EntityTypeView> list(@BeanParam @Valid PageQuery query) {
    return types.list(query).map(EntityTypeView::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Command
  @Operation(
      operationId = "createEntityType",
      summary = "Add an entity type",
      description =
          "Names a kind of thing that services are counted in. Each commitment names one, so that"
              + " both sides know what is counted.")
  @APIResponse(
      responseCode = "201",
      description = "The new entity type.",
      content = @Content(schema = @Schema(implementation = EntityTypeView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response create(@NotNull @Valid EntityTypeRequest request) {
    requireLanguages(request);
    if (types.hasCode(request.code())) {
      throw new ProblemException(
          Problems.CONFLICT, "There is an entity type %s already.".formatted(request.code()));
    }
    EntityType type = new EntityType(request, clock.instant());
    types.add(type);
    record(type, "created");
    return Answers.created(
        "/v1/entity-types/" + type.id(), type.version(), EntityTypeView.of(type));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getEntityType",
      summary = "Read an entity type",
      description = "With its name in every language.")
  @APIResponse(
      responseCode = "200",
      description = "The entity type.",
      content = @Content(schema = @Schema(implementation = EntityTypeView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Response get(@PathParam("id") UUID id) {
    EntityType type = types.get(id);
    return Answers.ok(type.version(), EntityTypeView.of(type));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Command
  @Operation(
      operationId = "updateEntityType",
      summary = "Change an entity type",
      description = "Merges the patch. Its code stays, since measurements name it.")
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/EntityTypePatch")))
  @APIResponse(
      responseCode = "200",
      description = "The changed entity type.",
      content = @Content(schema = @Schema(implementation = EntityTypeView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    EntityType type = types.get(id);
    preconditions.requireMatch(type.version());
    EntityTypeRequest before = type.describe();
    EntityTypeRequest after = patch.applyTo(before);
    if (!after.code().equals(before.code())) {
      throw ProblemException.invalid(
          "/code", "stays, since measurements name it; add another type");
    }
    requireLanguages(after);
    if (!after.equals(before)) {
      type.change(after, clock.instant());
      record(type, "updated");
    }
    return Answers.ok(type.version(), EntityTypeView.of(type));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteEntityType",
      summary = "Delete an entity type",
      description = "One that no commitment names, of no version of any agreement.")
  @APIResponse(responseCode = "204", description = "The entity type is gone.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response delete(@PathParam("id") UUID id) {
    EntityType type = types.get(id);
    preconditions.requireMatch(type.version());
    if (types.inUse(type.code())) {
      throw new ProblemException(Problems.IN_USE, "It is still referred to by: commitments.");
    }
    types.remove(type);
    journal.record(Change.of("entity-type", "deleted", type));
    return Answers.noContent();
  }

  private static void requireLanguages(EntityTypeRequest request) {
    List<FieldError> faults = new ArrayList<>();
    Names.check(request.names(), "/names", faults);
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
  }

  private void record(EntityType type, String verb) {
    journal.record(Change.of("entity-type", verb, type).detail(type.describe()));
  }
}
