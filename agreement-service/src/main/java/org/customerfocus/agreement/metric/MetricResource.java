package org.customerfocus.agreement.metric;

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
import java.util.UUID;
import org.customerfocus.agreement.metric.MetricRepository.Uses;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What is measured, over HTTP.
@Path("/v1/metrics")
@Tag(name = "Metrics", description = "What is measured, in words that the customer would use.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MetricResource {

  private static final UUID NOBODY = new UUID(0, 0);

  private final MetricRepository metrics;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  MetricResource(
      MetricRepository metrics, Preconditions preconditions, Journal journal, InstantSource clock) {
    this.metrics = metrics;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listMetrics",
      summary = "List metrics",
      description = "Filter and sort by name, type, createdAt, updatedAt.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Page<MetricView> list(@BeanParam @Valid PageQuery query) {
    return metrics.list(query).map(MetricView::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Command
  @Operation(
      operationId = "createMetric",
      summary = "Create a metric",
      description = "A metric says what is measured; commitments set targets for it.")
  @APIResponse(
      responseCode = "201",
      description = "The new metric.",
      content = @Content(schema = @Schema(implementation = MetricView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response create(@NotNull @Valid MetricRequest request) {
    Metric metric = new Metric(request.requireConsistent(), clock.instant());
    requireFreeName(request.name(), NOBODY);
    metrics.add(metric);
    record(metric, "created");
    return Answers.created("/v1/metrics/" + metric.id(), metric.version(), MetricView.of(metric));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getMetric",
      summary = "Read a metric",
      description = "Answers 304 where If-None-Match names its current version.")
  @APIResponse(
      responseCode = "200",
      description = "The metric.",
      content = @Content(schema = @Schema(implementation = MetricView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Response get(@PathParam("id") UUID id) {
    Metric metric = metrics.get(id);
    return Answers.ok(metric.version(), MetricView.of(metric));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Command
  @Operation(
      operationId = "updateMetric",
      summary = "Change a metric",
      description =
          "Merges the patch into the metric. Its type is fixed once a commitment or a measurement"
              + " uses it.")
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/MetricPatch")))
  @APIResponse(
      responseCode = "200",
      description = "The changed metric.",
      content = @Content(schema = @Schema(implementation = MetricView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Metric metric = metrics.lock(id);
    preconditions.requireMatch(metric.version());
    MetricRequest request = patch.applyTo(metric.describe()).requireConsistent();
    if (request.type() != metric.type() && metrics.uses(id).any()) {
      throw new ProblemException(
          Problems.IN_USE,
          "Commitments or measurements use this metric, so its type is fixed. Create another metric.");
    }
    requireFreeName(request.name(), id);
    if (metric.change(request, clock.instant())) {
      record(metric, "updated");
    }
    return Answers.ok(metric.version(), MetricView.of(metric));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteMetric",
      summary = "Delete a metric",
      description = "Refused with 409 while a commitment or a measurement uses it.")
  @APIResponse(responseCode = "204", description = "The metric is gone.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response delete(@PathParam("id") UUID id) {
    Metric metric = metrics.lock(id);
    preconditions.requireMatch(metric.version());
    Uses uses = metrics.uses(id);
    if (uses.any()) {
      throw new ProblemException(
          Problems.IN_USE,
          uses.commitments() > 0
              ? "%d commitments use this metric.".formatted(uses.commitments())
              : "Measurements of this metric exist.");
    }
    metrics.remove(metric);
    journal.record(Change.of("metric", "deleted", metric));
    return Answers.noContent();
  }

  private void requireFreeName(String name, UUID except) {
    if (metrics.nameTaken(name, except)) {
      throw new ProblemException(
          Problems.CONFLICT, "Another metric has the name %s. Choose another.".formatted(name));
    }
  }

  private void record(Metric metric, String verb) {
    journal.record(Change.of("metric", verb, metric).detail(metric.describe()));
  }
}
