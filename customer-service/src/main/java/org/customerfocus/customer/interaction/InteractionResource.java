package org.customerfocus.customer.interaction;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.customerfocus.customer.journey.Channel;
import org.customerfocus.customer.recording.Recording;
import org.customerfocus.customer.recording.RecordingItem;
import org.customerfocus.customer.recording.RecordingItem.RecordingStatus;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Interactions, over HTTP.
@Path("/v1/interactions")
@Tag(
    name = "Interactions",
    description = "Contacts between customers and the provider, and what else happened with them.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class InteractionResource {

  private final InteractionRepository interactions;
  private final Recording recording;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  InteractionResource(
      InteractionRepository interactions,
      Recording recording,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.interactions = interactions;
    this.recording = recording;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listInteractions",
      summary = "List interactions",
      description =
          "Filter by customerId, touchpointId, offeringId, channel, direction, startedAt, answeredAt,"
              + " resolvedAt, participantPartyId and createdAt; sort by customerId, channel,"
              + " direction, startedAt and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<InteractionView> list(@BeanParam @Valid PageQuery query) {
    Page<Interaction> page = interactions.list(query);
    Map<UUID, List<InteractionParticipant>> participants = interactions.participants(page.items());
    return page.map(
        each -> InteractionView.of(each, participants.getOrDefault(each.id(), List.of())));
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createInteraction",
      summary = "Record an interaction",
      description =
          "Under its external reference an interaction is recorded once: sent again it is answered"
              + " 200 with what is recorded, with other content 409.")
  @APIResponse(
      responseCode = "201",
      description = "The new interaction.",
      content = @Content(schema = @Schema(implementation = InteractionView.class)))
  @APIResponse(
      responseCode = "200",
      description = "The interaction that was recorded before.",
      content = @Content(schema = @Schema(implementation = InteractionView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid InteractionRequest request) {
    RecordingItem item = recording.recordOne(interactions, request);
    Interaction interaction = interactions.get(Objects.requireNonNull(item.id()));
    InteractionView view = view(interaction);
    if (item.status() == RecordingStatus.DUPLICATE) {
      return Answers.ok(interaction.version(), view);
    }
    journal.record(change("recorded", interaction, request));
    return Answers.created("/v1/interactions/" + interaction.id(), interaction.version(), view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getInteraction",
      summary = "Get an interaction",
      description = "With who took part.")
  @APIResponse(
      responseCode = "200",
      description = "The interaction.",
      content = @Content(schema = @Schema(implementation = InteractionView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    Interaction interaction = interactions.get(id);
    return Answers.ok(interaction.version(), view(interaction));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/InteractionPatch")))
  @Operation(
      operationId = "updateInteraction",
      summary = "Change an interaction",
      description =
          "For what comes later, such as resolvedAt, and for corrections. The customer and the"
              + " external reference stay.")
  @APIResponse(
      responseCode = "200",
      description = "The changed interaction.",
      content = @Content(schema = @Schema(implementation = InteractionView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Interaction interaction = interactions.get(id);
    preconditions.requireMatch(interaction.version());
    InteractionRequest before = interaction.asRequest(interactions.participants(interaction));
    InteractionRequest after = patch.applyTo(before);
    if (!after.equals(before)) {
      refuseChanged(before, after);
      interaction.change(after, channel(after), clock.instant());
      List<InteractionParticipant> participants =
          after.participants() == null ? List.of() : after.participants();
      if (!participants.equals(before.participants())) {
        interactions.replaceParticipants(id, participants);
      }
      journal.record(change("updated", interaction, after));
    }
    return Answers.ok(interaction.version(), view(interaction));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteInteraction",
      summary = "Delete an interaction",
      description = "For what was recorded by mistake; its external reference is free again.")
  @APIResponse(responseCode = "204", description = "The interaction is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("id") UUID id) {
    Interaction interaction = interactions.get(id);
    preconditions.requireMatch(interaction.version());
    interactions.remove(interaction);
    journal.record(Change.of("interaction", "deleted", interaction));
    return Answers.noContent();
  }

  private InteractionView view(Interaction interaction) {
    return InteractionView.of(interaction, interactions.participants(interaction));
  }

  private static Change change(String verb, Interaction interaction, InteractionRequest as) {
    Map<String, Object> ids = new HashMap<>();
    ids.put("customerId", as.customerId());
    if (as.touchpointId() != null) {
      ids.put("touchpointId", as.touchpointId());
    }
    return Change.of("interaction", verb, interaction).data(ids).detail(as);
  }

  private Channel channel(InteractionRequest request) {
    return request.channel() != null
        ? request.channel()
        : interactions.channelOf(Objects.requireNonNull(request.touchpointId()));
  }

  private void refuseChanged(InteractionRequest before, InteractionRequest after) {
    List<FieldError> faults = new ArrayList<>(interactions.rules(List.of(after)).faults(after, ""));
    if (!after.customerId().equals(before.customerId())) {
      faults.add(FieldError.at("/customerId", "stays: delete the interaction and record another"));
    }
    if (!Objects.equals(after.externalRef(), before.externalRef())) {
      faults.add(FieldError.at("/externalRef", "stays: delete the interaction and record another"));
    }
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
  }
}
