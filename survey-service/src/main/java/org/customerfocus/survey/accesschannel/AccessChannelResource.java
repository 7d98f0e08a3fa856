package org.customerfocus.survey.accesschannel;

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
import org.customerfocus.conventions.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Access channels, over HTTP.
@Path("/v1/access-channels")
@Tag(
    name = "Cases",
    description =
        "Complaints and whatever else has to be seen to: access channels with their contact"
            + " standards, cases through the stages of ISO 10002, follow-ups, and how well the"
            + " standards are kept.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AccessChannelResource {

  private static final String TYPE = "access-channel";

  private final AccessChannelRepository channels;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  AccessChannelResource(
      AccessChannelRepository channels,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.channels = channels;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listAccessChannels",
      summary = "List access channels",
      description = "Filter and sort by code, name and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "cases:read")
  public Page<AccessChannelView> list(@BeanParam @Valid PageQuery query) {
    return channels.list(query).map(AccessChannelView::of);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createAccessChannel",
      summary = "Create an access channel",
      description =
          "Its standards hold for cases that are opened from now on; those that are there keep what"
              + " they were opened with.")
  @APIResponse(
      responseCode = "201",
      description = "The new access channel.",
      content = @Content(schema = @Schema(implementation = AccessChannelView.class)))
  @SecurityRequirement(name = "bearer", scopes = "cases:write")
  public Response create(@NotNull @Valid AccessChannelRequest request) {
    check(request, null);
    AccessChannel channel = new AccessChannel(request, clock.instant());
    channels.add(channel);
    AccessChannelView view = AccessChannelView.of(channel);
    journal.record(Change.of(TYPE, "created", channel).detail(view));
    return Answers.created("/v1/access-channels/" + channel.id(), channel.version(), view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getAccessChannel",
      summary = "Get an access channel",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The access channel.",
      content = @Content(schema = @Schema(implementation = AccessChannelView.class)))
  @SecurityRequirement(name = "bearer", scopes = "cases:read")
  public Response get(@PathParam("id") UUID id) {
    AccessChannel channel = channels.get(id);
    return Answers.ok(channel.version(), AccessChannelView.of(channel));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/AccessChannelPatch")))
  @Operation(
      operationId = "updateAccessChannel",
      summary = "Change an access channel",
      description =
          "Cases that are there keep their standards; when a pause of theirs ends, they are due by"
              + " the service hours of that moment.")
  @APIResponse(
      responseCode = "200",
      description = "The changed access channel.",
      content = @Content(schema = @Schema(implementation = AccessChannelView.class)))
  @SecurityRequirement(name = "bearer", scopes = "cases:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    AccessChannel channel = channels.get(id);
    preconditions.requireMatch(channel.version());
    AccessChannelRequest request = patch.applyTo(channel.asRequest());
    check(request, channel.code());
    if (channel.change(request, clock.instant())) {
      journal.record(Change.of(TYPE, "updated", channel).detail(AccessChannelView.of(channel)));
    }
    return Answers.ok(channel.version(), AccessChannelView.of(channel));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteAccessChannel",
      summary = "Delete an access channel",
      description = "Not while there are cases that came by it.")
  @APIResponse(responseCode = "204", description = "The access channel is gone.")
  @SecurityRequirement(name = "bearer", scopes = "cases:write")
  public Response delete(@PathParam("id") UUID id) {
    AccessChannel channel = channels.get(id);
    preconditions.requireMatch(channel.version());
    channels.remove(channel);
    journal.record(Change.of(TYPE, "deleted", channel));
    return Answers.noContent();
  }

  private void check(AccessChannelRequest request, @Nullable String code) {
    List<FieldError> faults = request.faults();
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    if (!request.code().equals(code) && channels.isTaken(request.code())) {
      throw new ProblemException(
          Problems.CONFLICT,
          "There is an access channel with the code %s already.".formatted(request.code()));
    }
  }
}
