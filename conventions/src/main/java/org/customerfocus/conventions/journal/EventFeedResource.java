package org.customerfocus.conventions.journal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/// The feed from which other parts of the platform learn what changed. They keep the last position
/// in the transaction of its effect, and so see each event effectively once.
@Path("/internal/events")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class EventFeedResource {

  private final EventFeed feed;

  EventFeedResource(EventFeed feed) {
    this.feed = feed;
  }

  /// @param items in order of position; empty when nothing new is sealed
  public record FeedPage(List<CloudEvent> items) {}

  @GET
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "events:read")
  public FeedPage after(
      @QueryParam("after") @DefaultValue("0") @Min(0) Long after,
      @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(1000) Integer limit) {
    return new FeedPage(feed.after(after, limit));
  }
}
