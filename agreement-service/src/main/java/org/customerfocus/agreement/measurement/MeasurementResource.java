package org.customerfocus.agreement.measurement;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.customerfocus.agreement.ingest.EventBinding;
import org.customerfocus.agreement.ingest.EventRequest;
import org.customerfocus.agreement.ingest.Intake;
import org.customerfocus.agreement.ingest.OneReport;
import org.customerfocus.agreement.ingest.ReportBatchView;
import org.customerfocus.agreement.ingest.ReportStreamView;
import org.customerfocus.agreement.ingest.StreamIntake;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.http.FileStream;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
  private final MeasurementKind kind;
  private final Intake intake;
  private final StreamIntake streams;
  private final EventBinding events;

  MeasurementResource(
      MeasurementRepository measurements,
      MeasurementKind kind,
      Intake intake,
      StreamIntake streams,
      EventBinding events) {
    this.measurements = measurements;
    this.kind = kind;
    this.intake = intake;
    this.streams = streams;
    this.events = events;
  }

  @POST
  @Path("/measurements")
  @Consumes(MediaType.APPLICATION_JSON)
  @Command
  @Operation(
      operationId = "createMeasurement",
      summary = "Record a measurement",
      description =
          "A source reports each sourceId once: sent again with the same content it is answered as"
              + " it is recorded (200), with the outcome of what was open it is completed (200), with"
              + " other content it is a conflict (409): what was reported wrongly is put right by a"
              + " correction.")
  @APIResponse(
      responseCode = "201",
      description = "The new measurement.",
      content = @Content(schema = @Schema(implementation = MeasurementView.class)))
  @APIResponse(
      responseCode = "200",
      description = "The measurement, which was recorded before.",
      content = @Content(schema = @Schema(implementation = MeasurementView.class)))
  @SecurityRequirement(name = "bearer", scopes = "measurements:write")
  public Response createOne(@NotNull @Valid MeasurementRequest request) {
    OneReport one = OneReport.of(intake.record(kind, List.of(request), place -> ""));
    Measurement recorded = measurements.get(one.id());
    MeasurementView view = MeasurementView.of(recorded);
    return one.isNew()
        ? Answers.created("/v1/measurements/" + one.id(), recorded.version(), view)
        : Answers.ok(recorded.version(), view);
  }

  @POST
  @Path("/measurements/batch")
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
      content = @Content(schema = @Schema(implementation = ReportBatchView.class)))
  @SecurityRequirement(name = "bearer", scopes = "measurements:write")
  public Response create(@NotNull @Valid MeasurementBatchRequest request) {
    return Response.ok(
            intake.record(kind, request.measurements(), place -> "/measurements/" + place))
        .build();
  }

  @POST
  @Path("/measurements/batch.ndjson")
  @Consumes(FileStream.NDJSON)
  @RequestBody(
      content =
          @Content(
              mediaType = FileStream.NDJSON,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples =
                  @ExampleObject(
                      name = "example",
                      value =
                          """
                          {"source":"till","sourceId":"4711","metricId":"01a0b7c4-2f6e-7d11-9a3c-5b8e2f4d6a20","entity":{"type":"visit","reference":"4711"},"completedAt":"2026-02-03T16:22:30Z","value":7.5}
                          """)))
  @Operation(
      operationId = "createMeasurementsNdjson",
      summary = "Record a stream of measurements as NDJSON",
      description =
          "One measurement a line, as createMeasurement takes it, UTF-8, of any length. Lines are"
              + " recorded some thousands at a time while they arrive: where the stream breaks off,"
              + " what was recorded stays. Send it all again: nothing is recorded twice. The answer"
              + " counts what became of the lines, and lists the first 1,000 faults.")
  @APIResponse(
      responseCode = "200",
      description = "What became of the lines.",
      content = @Content(schema = @Schema(implementation = ReportStreamView.class)))
  @SecurityRequirement(name = "bearer", scopes = "measurements:write")
  public Response createNdjson(InputStream lines) throws IOException {
    return streams.lines(kind, lines);
  }

  @POST
  @Path("/measurements/batch.csv")
  @Consumes(FileStream.CSV)
  @RequestBody(
      content =
          @Content(
              mediaType = FileStream.CSV,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples =
                  @ExampleObject(
                      name = "example",
                      value =
                          """
                          source,sourceId,metricId,entityType,entityReference,completedAt,value,dimensions.till
                          till,4711,01a0b7c4-2f6e-7d11-9a3c-5b8e2f4d6a20,visit,4711,2026-02-03T16:22:30Z,7.5,3
                          """)))
  @Operation(
      operationId = "createMeasurementsCsv",
      summary = "Record a table of measurements as CSV",
      description =
          "The first row names the columns: source, sourceId, metricId, entityType, entityReference,"
              + " customerId, offeringId, dimensions.<name>, dueAt, startedAt, completedAt, value,"
              + " good, unknown. An empty cell is an absent member. Otherwise as"
              + " createMeasurementsNdjson.")
  @APIResponse(
      responseCode = "200",
      description = "What became of the rows.",
      content = @Content(schema = @Schema(implementation = ReportStreamView.class)))
  @SecurityRequirement(name = "bearer", scopes = "measurements:write")
  public Response createCsv(InputStream table) throws IOException {
    return streams.table(kind, table);
  }

  @POST
  @Path("/measurements/events")
  @Consumes({EventBinding.ONE, EventBinding.MANY})
  @Command
  @RequestBody(
      content = {
        @Content(
            mediaType = EventBinding.ONE,
            schema = @Schema(implementation = EventRequest.class)),
        @Content(
            mediaType = EventBinding.MANY,
            schema =
                @Schema(
                    type = SchemaType.ARRAY,
                    implementation = EventRequest.class,
                    minItems = 1,
                    maxItems = 10_000))
      })
  @Operation(
      operationId = "createMeasurementEvents",
      summary = "Record measurements that come as CloudEvents",
      description =
          "CloudEvents 1.0 in structured mode, one or a batch. source and id of the event are source"
              + " and sourceId of the measurement, whose other members are in data; type and other"
              + " attributes are the sender's own. One event by itself that cannot be recorded is"
              + " answered 422 or 409; in a batch each is judged on its own.")
  @APIResponse(
      responseCode = "200",
      description = "What became of each event.",
      content = @Content(schema = @Schema(implementation = ReportBatchView.class)))
  @SecurityRequirement(name = "bearer", scopes = "measurements:write")
  public Response createEvents(
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
      @NotNull JsonNode request) {
    boolean batch = type.startsWith(EventBinding.MANY);
    ReportBatchView view =
        intake.record(
            kind,
            events.bind(kind, request, batch),
            place -> batch ? "/" + place + "/data" : "/data");
    if (!batch) {
      OneReport.of(view);
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
      description = "As its source reported it, or as it was corrected.")
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
          "Those that no commitment selects in the time in which its wording held and the agreement"
              + " was not suspended, that do not meet its qualifying condition, or that lack the time"
              + " by which it places them in a period: usually a wrong customer, entity type or"
              + " metric. Filter and sort as in the list of all measurements.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Page<MeasurementView> unmatched(@BeanParam @Valid PageQuery query) {
    return measurements.unmatched(query).map(MeasurementView::of);
  }
}
