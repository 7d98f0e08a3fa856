package org.customerfocus.survey.listening;

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

/// Ways to listen, over HTTP.
@Path("/v1/listening-methods")
@Tag(name = "Listening", description = "How customers are listened to, and who of them is heard.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ListeningMethodResource {

  private static final int MOST = 200;

  private final Methods methods;
  private final MethodRepository own;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  ListeningMethodResource(
      Methods methods,
      MethodRepository own,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.methods = methods;
    this.own = own;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listListeningMethods",
      summary = "List listening methods",
      description =
          "The whole catalogue in one answer: the standard ones, then your own, at most 200, by"
              + " code.")
  @APIResponse(
      responseCode = "200",
      description = "The catalogue.",
      content = @Content(schema = @Schema(implementation = ListeningMethodView.Catalogue.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:read")
  public ListeningMethodView.Catalogue list() {
    return new ListeningMethodView.Catalogue(methods.all());
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createListeningMethod",
      summary = "Add a listening method",
      description =
          "One of your own counts before a standard one that would count the same."
              + " Coverage of the past is told by it as well.")
  @APIResponse(
      responseCode = "201",
      description = "The new method.",
      content = @Content(schema = @Schema(implementation = ListeningMethodView.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:write")
  public Response create(@NotNull @Valid ListeningMethodRequest request) {
    if (methods.isStandard(request.code()) || own.find(request.code()).isPresent()) {
      throw new ProblemException(
          Problems.CONFLICT, "There is a listening method %s already.".formatted(request.code()));
    }
    if (own.count() >= MOST) {
      throw new ProblemException(
          Problems.CONFLICT,
          "A catalogue has at most %d methods of your own; delete one first.".formatted(MOST));
    }
    ListeningMethod method = new ListeningMethod(request, clock.instant());
    own.add(method);
    journal.record(Change.of("listening-method", "created", method).detail(request));
    return Answers.created(
        "/v1/listening-methods/" + method.code(), method.version(), method.view());
  }

  @GET
  @Path("/{code}")
  @Operation(
      operationId = "getListeningMethod",
      summary = "Get a listening method",
      description = "A standard one or one of your own.")
  @APIResponse(
      responseCode = "200",
      description = "The method.",
      content = @Content(schema = @Schema(implementation = ListeningMethodView.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:read")
  public Response get(@PathParam("code") @Size(min = 1, max = 60) String code) {
    ListeningMethodView standard = methods.findStandard(code).orElse(null);
    if (standard != null) {
      return Answers.ok(0, standard);
    }
    ListeningMethod method = found(code);
    return Answers.ok(method.version(), method.view());
  }

  @PATCH
  @Path("/{code}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/ListeningMethodPatch")))
  @Operation(
      operationId = "updateListeningMethod",
      summary = "Change a listening method",
      description = "One of your own. Its code stays.")
  @APIResponse(
      responseCode = "200",
      description = "The changed method.",
      content = @Content(schema = @Schema(implementation = ListeningMethodView.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:write")
  public Response update(
      @PathParam("code") @Size(min = 1, max = 60) String code, @NotNull MergePatch patch) {
    ListeningMethod method = ownOne(code);
    preconditions.requireMatch(method.version());
    ListeningMethodRequest before = method.asRequest();
    ListeningMethodRequest after = patch.applyTo(before);
    if (!after.code().equals(before.code())) {
      throw ProblemException.invalid("/code", "stays; add another method");
    }
    if (!after.equals(before)) {
      method.change(after, clock.instant());
      own.flush();
      journal.record(Change.of("listening-method", "updated", method).detail(after));
    }
    return Answers.ok(method.version(), method.view());
  }

  @DELETE
  @Path("/{code}")
  @Command
  @Operation(
      operationId = "deleteListeningMethod",
      summary = "Delete a listening method",
      description = "One of your own. What it counted is counted by another one from then on.")
  @APIResponse(responseCode = "204", description = "The method is gone.")
  @SecurityRequirement(name = "bearer", scopes = "feedback:write")
  public Response delete(@PathParam("code") @Size(min = 1, max = 60) String code) {
    ListeningMethod method = ownOne(code);
    preconditions.requireMatch(method.version());
    own.remove(method);
    journal.record(Change.of("listening-method", "deleted", method));
    return Answers.noContent();
  }

  private ListeningMethod ownOne(String code) {
    if (methods.isStandard(code)) {
      throw new ProblemException(
          Problems.CONFLICT, "%s is a standard method, which stays as it is.".formatted(code));
    }
    return found(code);
  }

  private ListeningMethod found(String code) {
    return own.find(code).orElseThrow(() -> ProblemException.notFound("listening method", code));
  }
}
