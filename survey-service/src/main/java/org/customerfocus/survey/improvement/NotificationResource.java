package org.customerfocus.survey.improvement;

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

/// Who is to be told of improvements, over HTTP.
@Path("/v1/improvement-notifications")
@Tag(name = "Improvements")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class NotificationResource {

  private final ImprovementRepository improvements;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  NotificationResource(
      ImprovementRepository improvements,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.improvements = improvements;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listImprovementNotifications",
      summary = "List who is to be told",
      description =
          "Everybody whose words led to an improvement that is done, once each, and when they were"
              + " told. Filter and sort by improvementId, partyId, status and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "improvements:read")
  public Page<NotificationView> list(@BeanParam @Valid PageQuery query) {
    return improvements.notifications(query).map(Notification::view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getImprovementNotification",
      summary = "Get whether somebody was told",
      description = "And when and how, or why not.")
  @APIResponse(
      responseCode = "200",
      description = "Who is to be told.",
      content = @Content(schema = @Schema(implementation = NotificationView.class)))
  @SecurityRequirement(name = "bearer", scopes = "improvements:read")
  public Response get(@PathParam("id") UUID id) {
    Notification notification = improvements.notification(id);
    return Answers.ok(notification.version(), notification.view());
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/ImprovementNotificationPatch")))
  @Operation(
      operationId = "updateImprovementNotification",
      summary = "Note that somebody was told",
      description = "With the time and the channel; or that they are not told, and why.")
  @APIResponse(
      responseCode = "200",
      description = "What became of it.",
      content = @Content(schema = @Schema(implementation = NotificationView.class)))
  @SecurityRequirement(name = "bearer", scopes = "improvements:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Notification notification = improvements.notification(id);
    preconditions.requireMatch(notification.version());
    NotificationRequest before = notification.asRequest();
    NotificationRequest after = patch.applyTo(before);
    if (!after.equals(before)) {
      notification.change(after, clock.instant());
      improvements.flush();
      NotificationView view = notification.view();
      journal.record(
          Change.of("improvement-notification", "updated", notification)
              .data(Map.of("improvementId", view.improvementId()))
              .detail(view));
    }
    return Answers.ok(notification.version(), notification.view());
  }
}
