package org.customerfocus.customer.journey;

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
import org.customerfocus.customer.reference.Target;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Journeys, over HTTP.
@Path("/v1/journeys")
@Tag(
    name = "Journeys",
    description = "What customers go through, and the touchpoints at which they meet the provider.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class JourneyResource {

  private final JourneyRepository journeys;
  private final ReferenceRepository references;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  JourneyResource(
      JourneyRepository journeys,
      ReferenceRepository references,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.journeys = journeys;
    this.references = references;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listJourneys",
      summary = "List journeys",
      description =
          "Filter by name, offeringId, segmentId, touchpointId (of any step) and createdAt; sort by"
              + " name and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<JourneyView> list(@BeanParam @Valid PageQuery query) {
    Page<Journey> page = journeys.list(query);
    Map<UUID, List<JourneyStage>> stages = journeys.stages(page.items());
    return page.map(
        journey -> JourneyView.of(journey, stages.getOrDefault(journey.id(), List.of())));
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createJourney",
      summary = "Create a journey",
      description =
          "Journeys and value streams start and end with the customer: one whose first or last step"
              + " is another's is refused.")
  @APIResponse(
      responseCode = "201",
      description = "The new journey.",
      content = @Content(schema = @Schema(implementation = JourneyView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid JourneyRequest request) {
    check(request);
    Journey journey = new Journey(request, clock.instant());
    journeys.add(journey, request.stages());
    JourneyView view = JourneyView.of(journey, request.stages());
    journal.record(Change.of("journey", "created", journey).detail(view));
    return Answers.created("/v1/journeys/" + journey.id(), journey.version(), view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getJourney",
      summary = "Get a journey",
      description = "With its stages and steps, in order.")
  @APIResponse(
      responseCode = "200",
      description = "The journey.",
      content = @Content(schema = @Schema(implementation = JourneyView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    Journey journey = journeys.get(id);
    return Answers.ok(journey.version(), JourneyView.of(journey, journeys.stages(journey)));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/JourneyPatch")))
  @Operation(
      operationId = "updateJourney",
      summary = "Change a journey",
      description = "Stages are replaced whole, and still start and end with the customer.")
  @APIResponse(
      responseCode = "200",
      description = "The changed journey.",
      content = @Content(schema = @Schema(implementation = JourneyView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Journey journey = journeys.get(id);
    preconditions.requireMatch(journey.version());
    JourneyRequest before = journey.asRequest(journeys.stages(journey));
    JourneyRequest after = patch.applyTo(before);
    if (!after.equals(before)) {
      check(after);
      journey.change(after, clock.instant());
      if (!after.stages().equals(before.stages())) {
        journeys.replaceSteps(id, after.stages());
      }
      journal.record(Change.of("journey", "updated", journey).detail(after));
    }
    return Answers.ok(journey.version(), JourneyView.of(journey, after.stages()));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteJourney",
      summary = "Delete a journey",
      description = "Its touchpoints stay.")
  @APIResponse(responseCode = "204", description = "The journey is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("id") UUID id) {
    Journey journey = journeys.get(id);
    preconditions.requireMatch(journey.version());
    journeys.remove(journey);
    journal.record(Change.of("journey", "deleted", journey));
    return Answers.noContent();
  }

  private void check(JourneyRequest request) {
    references.require(Target.OFFERING, request.offeringId(), "/offeringId");
    references.require(Target.SEGMENT, request.segmentId(), "/segmentId");
    List<FieldError> faults =
        request.faults(references.existing(Target.TOUCHPOINT, request.touchpointIds()));
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
  }
}
