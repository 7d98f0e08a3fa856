package org.customerfocus.agreement.correction;

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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.agreement.ingest.Amended;
import org.customerfocus.agreement.ingest.Amending;
import org.customerfocus.agreement.ingest.ReportKind;
import org.customerfocus.agreement.measurement.MeasurementKind;
import org.customerfocus.agreement.statechange.StateChangeKind;
import org.customerfocus.agreement.timer.TimerEventKind;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Corrections and retractions, over HTTP.
@Path("/v1/corrections")
@Tag(
    name = "Corrections",
    description = "What was reported wrongly, put right or taken back; nothing is forgotten.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CorrectionResource {

  private final CorrectionRepository corrections;
  private final Amending amending;
  private final MeasurementKind measurements;
  private final StateChangeKind stateChanges;
  private final TimerEventKind timerEvents;
  private final Journal journal;
  private final InstantSource clock;

  CorrectionResource(
      CorrectionRepository corrections,
      Amending amending,
      MeasurementKind measurements,
      StateChangeKind stateChanges,
      TimerEventKind timerEvents,
      Journal journal,
      InstantSource clock) {
    this.corrections = corrections;
    this.amending = amending;
    this.measurements = measurements;
    this.stateChanges = stateChanges;
    this.timerEvents = timerEvents;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listCorrections",
      summary = "List corrections",
      description = "Filter and sort by reportId, metricId, kind and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Page<CorrectionView> list(@BeanParam @Valid PageQuery query) {
    return corrections.list(query).map(Correction::view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getCorrection",
      summary = "Read a correction",
      description = "What was put right or taken back, why, and by whom.")
  @APIResponse(
      responseCode = "200",
      description = "The correction.",
      content = @Content(schema = @Schema(implementation = CorrectionView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Response get(@PathParam("id") UUID id) {
    return Answers.ok(0, corrections.get(id).view());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Command
  @Operation(
      operationId = "createCorrection",
      summary = "Correct or retract what was reported",
      description =
          "Replaces a measurement, a state change or an event of a timer by what it should have"
              + " been, or takes it back. What was recorded before is kept, and the periods of both"
              + " are counted anew: one that is final gets a revision. A correction that was made"
              + " already is answered as it was (200). What was retracted can be put right again.")
  @APIResponse(
      responseCode = "201",
      description = "The new correction.",
      content = @Content(schema = @Schema(implementation = CorrectionView.class)))
  @APIResponse(
      responseCode = "200",
      description = "The correction, which was made before.",
      content = @Content(schema = @Schema(implementation = CorrectionView.class)))
  @SecurityRequirement(name = "bearer", scopes = "measurements:write")
  public Response create(@NotNull @Valid CorrectionRequest request) {
    List<FieldError> faults = faults(request);
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    Instant now = clock.instant();
    Correction correction = new Correction(request, now);
    UUID id = correction.id();
    Amended amended =
        switch (request.kind()) {
          case MEASUREMENT -> amend(measurements, request, request.measurement(), id, now);
          case STATE_CHANGE -> amend(stateChanges, request, request.stateChange(), id, now);
          case TIMER_EVENT -> amend(timerEvents, request, request.timerEvent(), id, now);
        };
    if (!amended.changed()) {
      CorrectionView made =
          corrections
              .of(amended.id(), amended.version())
              .orElseThrow(
                  () ->
                      new ProblemException(
                          Problems.CONFLICT, "This is what is recorded: nothing is to correct."))
              .view();
      return Answers.ok(0, made);
    }
    corrections.add(correction.made(amended));
    record(correction.view(), amended);
    return Answers.created("/v1/corrections/" + id, 0, correction.view());
  }

  private <R> Amended amend(
      ReportKind<R> kind, CorrectionRequest request, @Nullable R report, UUID id, Instant now) {
    return amending.amend(
        kind,
        new Amending.Target(request.reportId(), request.source(), request.sourceId()),
        request.isRetraction() ? null : Objects.requireNonNull(report),
        "/" + request.member(),
        id,
        now);
  }

  private static List<FieldError> faults(CorrectionRequest request) {
    List<FieldError> faults = new ArrayList<>();
    boolean bySource = request.source() != null && request.sourceId() != null;
    boolean half = (request.source() == null) != (request.sourceId() == null);
    if (half || bySource == (request.reportId() != null)) {
      faults.add(
          FieldError.at(
              "/reportId", "name what is corrected by reportId, or by both source and sourceId"));
    }
    if (request.isRetraction() ? request.reports() > 0 : request.reports() != 1) {
      faults.add(
          FieldError.at(
              "/" + request.member(),
              "send either this, as it should have been, or retract: true"));
    } else if (!request.isRetraction() && request.report() == null) {
      faults.add(
          FieldError.at("/" + request.member(), "is what a correction of this kind is made of"));
    }
    return faults;
  }

  private void record(CorrectionView made, Amended amended) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("reason", made.reason());
    detail.put("author", made.author());
    detail.put("before", String.valueOf(amended.before()));
    detail.put("after", String.valueOf(amended.after()));
    journal.record(
        Change.of("correction", "created", made.id())
            .data(
                Map.of(
                    "kind", made.kind().wire(),
                    "reportId", made.reportId(),
                    "metricId", made.metricId(),
                    "retracted", made.retracted()))
            .detail(detail));
  }
}
