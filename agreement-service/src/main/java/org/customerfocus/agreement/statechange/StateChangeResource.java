package org.customerfocus.agreement.statechange;

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

/// Changes of state, over HTTP.
@Path("/v1")
@Tag(
    name = "State changes",
    description =
        "When something became good, bad or unknown: what shares of time are measured by.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class StateChangeResource {

  private final StateChangeRepository recordings;
  private final StateChangeKind kind;
  private final Intake intake;
  private final StreamIntake streams;
  private final EventBinding events;

  StateChangeResource(
      StateChangeRepository recordings,
      StateChangeKind kind,
      Intake intake,
      StreamIntake streams,
      EventBinding events) {
    this.recordings = recordings;
    this.kind = kind;
    this.intake = intake;
    this.streams = streams;
    this.events = events;
  }

  @POST
  @Path("/state-changes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Command
  @Operation(
      operationId = "createStateChange",
      summary = "Record a state change",
      description =
          "A source reports each sourceId once: sent again with the same content it is answered as"
              + " it is recorded (200), with"
              + " other content it is a conflict (409): what was reported wrongly is put right by a"
              + " correction.")
  @APIResponse(
      responseCode = "201",
      description = "The new state change.",
      content = @Content(schema = @Schema(implementation = StateChangeView.class)))
  @APIResponse(
      responseCode = "200",
      description = "The state change, which was recorded before.",
      content = @Content(schema = @Schema(implementation = StateChangeView.class)))
  @SecurityRequirement(name = "bearer", scopes = "measurements:write")
  public Response createOne(@NotNull @Valid StateChangeRequest request) {
    OneReport one = OneReport.of(intake.record(kind, List.of(request), place -> ""));
    StateChange recorded = recordings.get(one.id());
    StateChangeView view = recorded.view();
    return one.isNew()
        ? Answers.created("/v1/state-changes/" + one.id(), recorded.version(), view)
        : Answers.ok(recorded.version(), view);
  }

  @POST
  @Path("/state-changes/batch")
  @Consumes(MediaType.APPLICATION_JSON)
  @Command
  @Operation(
      operationId = "createStateChanges",
      summary = "Record state changes",
      description =
          "Records a batch and answers for each state change on its own: one that breaks a rule keeps"
              + " no other out. A source reports each sourceId once: sent again with the same"
              + " content it is a duplicate, with other content a conflict. Batches may be repeated and may arrive in any order.")
  @APIResponse(
      responseCode = "200",
      description = "What became of each state change.",
      content = @Content(schema = @Schema(implementation = ReportBatchView.class)))
  @SecurityRequirement(name = "bearer", scopes = "measurements:write")
  public Response create(@NotNull @Valid StateChangeBatchRequest request) {
    return Response.ok(
            intake.record(kind, request.stateChanges(), place -> "/stateChanges/" + place))
        .build();
  }

  @POST
  @Path("/state-changes/batch.ndjson")
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
                          {"source":"till","sourceId":"4711","metricId":"01a0b7c4-2f6e-7d11-9a3c-5b8e2f4d6a20","entity":{"type":"visit","reference":"4711"},"at":"2026-02-03T16:22:30Z","state":"bad"}
                          """)))
  @Operation(
      operationId = "createStateChangesNdjson",
      summary = "Record a stream of state changes as NDJSON",
      description =
          "One state change a line, as createStateChange takes it, UTF-8, of any length. Lines are"
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
  @Path("/state-changes/batch.csv")
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
                          source,sourceId,metricId,entityType,entityReference,at,state,dimensions.till
                          till,4711,01a0b7c4-2f6e-7d11-9a3c-5b8e2f4d6a20,visit,4711,2026-02-03T16:22:30Z,bad,3
                          """)))
  @Operation(
      operationId = "createStateChangesCsv",
      summary = "Record a table of state changes as CSV",
      description =
          "The first row names the columns: source, sourceId, metricId, entityType, entityReference,"
              + " customerId, offeringId, dimensions.<name>, at, state."
              + " An empty cell is an absent member. Otherwise as"
              + " createStateChangesNdjson.")
  @APIResponse(
      responseCode = "200",
      description = "What became of the rows.",
      content = @Content(schema = @Schema(implementation = ReportStreamView.class)))
  @SecurityRequirement(name = "bearer", scopes = "measurements:write")
  public Response createCsv(InputStream table) throws IOException {
    return streams.table(kind, table);
  }

  @POST
  @Path("/state-changes/events")
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
      operationId = "createStateChangeEvents",
      summary = "Record state changes that come as CloudEvents",
      description =
          "CloudEvents 1.0 in structured mode, one or a batch. source and id of the event are source"
              + " and sourceId of the state change, whose other members are in data; type and other"
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
  @Path("/state-changes")
  @Operation(
      operationId = "listStateChanges",
      summary = "List state changes",
      description = "In the order of recording. Filter by metricId, customerId and at.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Page<StateChangeView> list(@BeanParam @Valid PageQuery query) {
    return recordings.list(query).map(StateChange::view);
  }

  @GET
  @Path("/state-changes/{id}")
  @Operation(
      operationId = "getStateChange",
      summary = "Read a state change",
      description = "As its source reported it, or as it was corrected.")
  @APIResponse(
      responseCode = "200",
      description = "The state change.",
      content = @Content(schema = @Schema(implementation = StateChangeView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Response get(@PathParam("id") UUID id) {
    StateChange found = recordings.get(id);
    return Answers.ok(found.version(), found.view());
  }
}
