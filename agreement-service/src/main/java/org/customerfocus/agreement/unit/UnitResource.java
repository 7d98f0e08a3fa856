package org.customerfocus.agreement.unit;

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

/// Units, over HTTP.
@Path("/v1/units")
@Tag(name = "Units", description = "What values are told in: built-in units and your own.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class UnitResource {

  private static final int MOST = 200;

  private final Units units;
  private final UnitRepository own;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  UnitResource(
      Units units,
      UnitRepository own,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.units = units;
    this.own = own;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listUnits",
      summary = "List units",
      description =
          "The whole catalogue in one answer: the built-in ones, then your own, at most 200, by"
              + " code.")
  @APIResponse(
      responseCode = "200",
      description = "The catalogue.",
      content = @Content(schema = @Schema(implementation = UnitView.Catalogue.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public UnitView.Catalogue list() {
    return new UnitView.Catalogue(units.all());
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createUnit",
      summary = "Add a unit",
      description = "A unit that is not built in.")
  @APIResponse(
      responseCode = "201",
      description = "The new unit.",
      content = @Content(schema = @Schema(implementation = UnitView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response create(@NotNull @Valid UnitRequest request) {
    if (units.isStandard(request.code()) || own.find(request.code()).isPresent()) {
      throw new ProblemException(
          Problems.CONFLICT, "There is a unit %s already.".formatted(request.code()));
    }
    if (own.count() >= MOST) {
      throw new ProblemException(
          Problems.CONFLICT,
          "A catalogue has at most %d units of your own; delete one that nothing is told in."
              .formatted(MOST));
    }
    Unit unit = new Unit(request, clock.instant());
    own.add(unit);
    journal.record(Change.of("unit", "created", unit).detail(request));
    return Answers.created("/v1/units/" + unit.code(), unit.version(), UnitView.of(unit));
  }

  @GET
  @Path("/{code}")
  @Operation(
      operationId = "getUnit",
      summary = "Get a unit",
      description = "A built-in one or one of your own.")
  @APIResponse(
      responseCode = "200",
      description = "The unit.",
      content = @Content(schema = @Schema(implementation = UnitView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Response get(@PathParam("code") @Size(min = 1, max = 40) String code) {
    UnitView standard = units.findStandard(code).orElse(null);
    if (standard != null) {
      return Answers.ok(0, standard);
    }
    Unit unit = found(code);
    return Answers.ok(unit.version(), UnitView.of(unit));
  }

  @PATCH
  @Path("/{code}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/UnitPatch")))
  @Operation(
      operationId = "updateUnit",
      summary = "Change a unit",
      description = "One of your own. Its code stays, since metrics refer to it.")
  @APIResponse(
      responseCode = "200",
      description = "The changed unit.",
      content = @Content(schema = @Schema(implementation = UnitView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response update(
      @PathParam("code") @Size(min = 1, max = 40) String code, @NotNull MergePatch patch) {
    Unit unit = ownOne(code);
    preconditions.requireMatch(unit.version());
    UnitRequest before = unit.describe();
    UnitRequest after = patch.applyTo(before);
    if (!after.code().equals(before.code())) {
      throw ProblemException.invalid("/code", "stays, since metrics refer to it; add another unit");
    }
    if (!after.equals(before)) {
      unit.change(after, clock.instant());
      journal.record(Change.of("unit", "updated", unit).detail(after));
    }
    return Answers.ok(unit.version(), UnitView.of(unit));
  }

  @DELETE
  @Path("/{code}")
  @Command
  @Operation(
      operationId = "deleteUnit",
      summary = "Delete a unit",
      description = "One of your own that no metric is told in.")
  @APIResponse(responseCode = "204", description = "The unit is gone.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response delete(@PathParam("code") @Size(min = 1, max = 40) String code) {
    Unit unit = ownOne(code);
    preconditions.requireMatch(unit.version());
    if (own.inUse(code)) {
      throw new ProblemException(Problems.IN_USE, "It is still referred to by: metrics.");
    }
    own.remove(unit);
    journal.record(Change.of("unit", "deleted", unit));
    return Answers.noContent();
  }

  private Unit ownOne(String code) {
    if (units.isStandard(code)) {
      throw new ProblemException(
          Problems.CONFLICT, "%s is a built-in unit, which stays as it is.".formatted(code));
    }
    return found(code);
  }

  private Unit found(String code) {
    return own.find(code).orElseThrow(() -> ProblemException.notFound("unit", code));
  }
}
