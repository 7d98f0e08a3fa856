package org.customerfocus.agreement.measurement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.tenancy.Ids;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What was measured, over HTTP.
@Path("/v1")
@Tag(name = "Measurements", description = "What happened, reported by its sources exactly once.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MeasurementResource {

  private final MeasurementRepository measurements;
  private final Recording recording;
  private final Journal journal;
  private final InstantSource clock;

  MeasurementResource(
      MeasurementRepository measurements,
      Recording recording,
      Journal journal,
      InstantSource clock) {
    this.measurements = measurements;
    this.recording = recording;
    this.journal = journal;
    this.clock = clock;
  }

  @POST
  @Path("/measurements")
  @Consumes(MediaType.APPLICATION_JSON)
  @Command
  @Operation(
      operationId = "createMeasurements",
      summary = "Record measurements",
      description =
          "Records a batch and answers for each measurement on its own: one that breaks a rule keeps"
              + " no other out. A source reports each sourceId once: sent again with the same"
              + " content it is a duplicate, with the outcome of what was open it is an update, with"
              + " other content a conflict. Batches may be repeated and may arrive in any order.")
  @APIResponse(
      responseCode = "200",
      description = "What became of each measurement.",
      content = @Content(schema = @Schema(implementation = MeasurementBatchView.class)))
  @SecurityRequirement(name = "bearer", scopes = "measurements:write")
  public Response create(@NotNull @Valid MeasurementBatchRequest request) {
    MeasurementBatchView view =
        MeasurementBatchView.of(recording.record(request.measurements(), clock.instant()));
    if (view.created() + view.updated() > 0) {
      journal.record(
          Change.of("measurement-batch", "recorded", Ids.next())
              .data(Map.of("created", view.created(), "updated", view.updated())));
    }
    return Response.ok(view).build();
  }

  @GET
  @Path("/measurements")
  @Operation(
      operationId = "listMeasurements",
      summary = "List measurements",
      description =
          "In the order of recording. Filter by metricId, customerId and at, the time that each is"
              + " filed under: dueAt, else startedAt, else completedAt.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Page<MeasurementView> list(@BeanParam @Valid PageQuery query) {
    return measurements.list(query).map(MeasurementView::of);
  }

  @GET
  @Path("/measurements/{id}")
  @Operation(
      operationId = "getMeasurement",
      summary = "Read a measurement",
      description = "As its source reported it.")
  @APIResponse(
      responseCode = "200",
      description = "The measurement.",
      content = @Content(schema = @Schema(implementation = MeasurementView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Response get(@PathParam("id") UUID id) {
    Measurement measurement = measurements.get(id);
    return Answers.ok(measurement.version(), MeasurementView.of(measurement));
  }

  @GET
  @Path("/unmatched-measurements")
  @Operation(
      operationId = "listUnmatchedMeasurements",
      summary = "List measurements that no agreement counts",
      description =
          "Those that no commitment of an agreement in force selects, or that lack the time by which"
              + " it places them in a month: usually a wrong customer, entity type or metric. Filter"
              + " and sort as in the list of all measurements.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Page<MeasurementView> unmatched(@BeanParam @Valid PageQuery query) {
    return measurements.unmatched(query).map(MeasurementView::of);
  }
}
