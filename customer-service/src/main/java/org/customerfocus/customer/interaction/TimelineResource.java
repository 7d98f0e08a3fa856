package org.customerfocus.customer.interaction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.reference.ReferenceRepository;
import org.customerfocus.customer.reference.Target;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What happened with one customer, over HTTP.
@Path("/v1/customers/{id}/timeline")
@Tag(name = "Interactions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class TimelineResource {

  private final TimelineRepository timeline;
  private final ReferenceRepository references;

  TimelineResource(TimelineRepository timeline, ReferenceRepository references) {
    this.timeline = timeline;
    this.references = references;
  }

  @GET
  @Operation(
      operationId = "listCustomerTimeline",
      summary = "List what happened with a customer",
      description =
          "Everything that is recorded of one customer relationship up to now, newest first, from all"
              + " sources at once.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<TimelineEntry> list(
      @PathParam("id") UUID id,
      @QueryParam("type")
          @Size(max = 20)
          @Parameter(description = "What to tell about, repeated for several; all otherwise.")
          List<TimelineType> types,
      @QueryParam("limit")
          @DefaultValue("50")
          @Min(1)
          @Max(200)
          @Parameter(description = "How many items a page has at most.")
          Integer limit,
      @QueryParam("cursor")
          @Size(min = 1, max = 2000)
          @Parameter(description = "The nextCursor of the page before; with the same types.")
          @Nullable String cursor) {
    if (references.existing(Target.CUSTOMER, List.of(id)).isEmpty()) {
      throw ProblemException.notFound("customer", id);
    }
    Set<TimelineType> asked =
        types.isEmpty() ? EnumSet.allOf(TimelineType.class) : EnumSet.copyOf(types);
    return timeline.page(id, asked, limit, cursor);
  }
}
