package org.customerfocus.customer.relationship;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Role types, over HTTP.
@Path("/v1/role-types")
@Tag(
    name = "Role types",
    description = "The kinds of roles in which a party is a customer: standard ones and your own.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class RoleTypeResource {

  private static final int MOST = 200;

  private final RoleTypes types;
  private final RoleTypeRepository own;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  RoleTypeResource(
      RoleTypes types,
      RoleTypeRepository own,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.types = types;
    this.own = own;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listRoleTypes",
      summary = "List role types",
      description =
          "The whole catalogue in one answer: the standard ones, end users first, then your own, at"
              + " most 200, by code.")
  @APIResponse(
      responseCode = "200",
      description = "The catalogue.",
      content = @Content(schema = @Schema(implementation = RoleTypeView.Catalogue.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public RoleTypeView.Catalogue list() {
    return new RoleTypeView.Catalogue(types.all());
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createRoleType",
      summary = "Add a role type",
      description = "A kind of role that the standard ones do not tell apart.")
  @APIResponse(
      responseCode = "201",
      description = "The new role type.",
      content = @Content(schema = @Schema(implementation = RoleTypeView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid RoleTypeRequest request) {
    if (types.isStandard(request.code()) || own.find(request.code()).isPresent()) {
      throw new ProblemException(
          Problems.CONFLICT, "There is a role type %s already.".formatted(request.code()));
    }
    if (own.count() >= MOST) {
      throw new ProblemException(
          Problems.CONFLICT,
          "A catalogue has at most %d role types of your own; delete one that no role has."
              .formatted(MOST));
    }
    RoleType type = new RoleType(request, clock.instant());
    own.add(type);
    journal.record(Change.of("role-type", "created", type).detail(request));
    return Answers.created("/v1/role-types/" + type.code(), type.version(), RoleTypeView.of(type));
  }

  @GET
  @Path("/{code}")
  @Operation(
      operationId = "getRoleType",
      summary = "Get a role type",
      description = "A standard one or one of your own.")
  @APIResponse(
      responseCode = "200",
      description = "The role type.",
      content = @Content(schema = @Schema(implementation = RoleTypeView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("code") @Size(min = 1, max = 60) String code) {
    RoleTypeView standard = types.findStandard(code).orElse(null);
    if (standard != null) {
      return Answers.ok(0, standard);
    }
    RoleType type = found(code);
    return Answers.ok(type.version(), RoleTypeView.of(type));
  }

  @PATCH
  @Path("/{code}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/RoleTypePatch")))
  @Operation(
      operationId = "updateRoleType",
      summary = "Change a role type",
      description = "One of your own. Its code stays, since roles refer to it.")
  @APIResponse(
      responseCode = "200",
      description = "The changed role type.",
      content = @Content(schema = @Schema(implementation = RoleTypeView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(
      @PathParam("code") @Size(min = 1, max = 60) String code, @NotNull MergePatch patch) {
    RoleType type = ownOne(code);
    preconditions.requireMatch(type.version());
    RoleTypeRequest before = type.asRequest();
    RoleTypeRequest after = patch.applyTo(before);
    if (!after.code().equals(before.code())) {
      throw ProblemException.invalid("/code", "stays, since roles refer to it; add another type");
    }
    if (!after.equals(before)) {
      type.change(after, clock.instant());
      journal.record(Change.of("role-type", "updated", type).detail(after));
    }
    return Answers.ok(type.version(), RoleTypeView.of(type));
  }

  @DELETE
  @Path("/{code}")
  @Command
  @Operation(
      operationId = "deleteRoleType",
      summary = "Delete a role type",
      description = "One of your own that no role has, past ones included.")
  @APIResponse(responseCode = "204", description = "The role type is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("code") @Size(min = 1, max = 60) String code) {
    RoleType type = ownOne(code);
    preconditions.requireMatch(type.version());
    own.lock(type);
    if (own.inUse(code)) {
      throw new ProblemException(
          Problems.IN_USE, "It is still referred to by: roles of customers.");
    }
    own.remove(type);
    journal.record(Change.of("role-type", "deleted", type));
    return Answers.noContent();
  }

  private RoleType ownOne(String code) {
    if (types.isStandard(code)) {
      throw new ProblemException(
          Problems.CONFLICT, "%s is a standard role type, which stays as it is.".formatted(code));
    }
    return found(code);
  }

  private RoleType found(String code) {
    return own.find(code).orElseThrow(() -> ProblemException.notFound("role type", code));
  }
}
