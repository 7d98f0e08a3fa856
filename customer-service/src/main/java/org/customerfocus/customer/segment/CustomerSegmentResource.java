package org.customerfocus.customer.segment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The segments of one customer, over HTTP.
@Path("/v1/customers/{id}/segments")
@Tag(name = "Segments", description = "Customers that a rule describes or that a list names.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CustomerSegmentResource {

  private final SegmentRepository segments;
  private final MemberRepository members;

  CustomerSegmentResource(SegmentRepository segments, MemberRepository members) {
    this.segments = segments;
    this.members = members;
  }

  @GET
  @Operation(
      operationId = "listCustomerSegments",
      summary = "List the segments of a customer",
      description = "Filter by segmentId. Those of today, or with asOf those of that day's end.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<CustomerSegmentView> list(
      @PathParam("id") UUID id,
      @QueryParam("asOf")
          @Parameter(
              description = "A day of UTC: the segments that the customer was in at its end.")
          @Nullable LocalDate asOf,
      @BeanParam @Valid PageQuery query) {
    if (members.known(List.of(id)).isEmpty()) {
      throw ProblemException.notFound("customer", id);
    }
    Page<Entry> page =
        asOf == null
            ? segments
                .of(id, query)
                .map(member -> new Entry(member.segmentId(), member.enteredAt()))
            : segments
                .of(id, asOf.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), query)
                .map(change -> new Entry(change.segmentId(), change.changedAt()));
    Map<UUID, Segment> byId = segments.byId(page.items().stream().map(Entry::segmentId).toList());
    List<CustomerSegmentView> views = new ArrayList<>();
    for (Entry entry : page.items()) {
      Segment segment = Objects.requireNonNull(byId.get(entry.segmentId()), "by foreign key");
      views.add(
          new CustomerSegmentView(segment.id(), segment.name(), segment.kind(), entry.enteredAt()));
    }
    return new Page<>(views, page.nextCursor(), page.total());
  }

  /// That the customer entered a segment.
  private record Entry(UUID segmentId, Instant enteredAt) {}
}
