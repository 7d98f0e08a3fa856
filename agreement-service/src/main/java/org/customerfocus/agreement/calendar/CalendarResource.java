package org.customerfocus.agreement.calendar;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
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
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.servicetime.ServiceCalendar;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// When services are there, over HTTP.
@Path("/v1/calendars")
@Tag(name = "Calendars", description = "When a service is there.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CalendarResource {

  private static final UUID NOBODY = new UUID(0, 0);
  private static final Duration MOST = Duration.ofDays(3660);

  private final CalendarRepository calendars;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  CalendarResource(
      CalendarRepository calendars,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.calendars = calendars;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listCalendars",
      summary = "List calendars",
      description = "Filter and sort by name, createdAt, updatedAt.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Page<CalendarView> list(@BeanParam @Valid PageQuery query) {
    return calendars.list(query).map(CalendarView::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Command
  @Operation(
      operationId = "createCalendar",
      summary = "Create a calendar",
      description =
          "Weekly hours, holidays and exceptions, by the clocks of one time zone: what commitments"
              + " count as service time. What the clocks skip is no service time, what they repeat"
              + " is twice.")
  @APIResponse(
      responseCode = "201",
      description = "The new calendar.",
      content = @Content(schema = @Schema(implementation = CalendarView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response create(@NotNull @Valid CalendarRequest request) {
    ServiceCalendarEntity calendar =
        new ServiceCalendarEntity(request.requireConsistent(), clock.instant());
    requireFreeName(request.name(), NOBODY);
    calendars.add(calendar);
    record(calendar, "created");
    return Answers.created(
        "/v1/calendars/" + calendar.id(), calendar.version(), CalendarView.of(calendar));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getCalendar",
      summary = "Read a calendar",
      description = "Answers 304 where If-None-Match names its current version.")
  @APIResponse(
      responseCode = "200",
      description = "The calendar.",
      content = @Content(schema = @Schema(implementation = CalendarView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Response get(@PathParam("id") UUID id) {
    ServiceCalendarEntity calendar = calendars.get(id);
    return Answers.ok(calendar.version(), CalendarView.of(calendar));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Command
  @Operation(
      operationId = "updateCalendar",
      summary = "Change a calendar",
      description =
          "Merges the patch into the calendar. Once an agreement that is or was in force counts by"
              + " it, only its name can change: what was promised stays as it was.")
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/CalendarPatch")))
  @APIResponse(
      responseCode = "200",
      description = "The changed calendar.",
      content = @Content(schema = @Schema(implementation = CalendarView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    ServiceCalendarEntity calendar = calendars.get(id);
    preconditions.requireMatch(calendar.version());
    CalendarRequest before = calendar.describe();
    CalendarRequest request = patch.applyTo(before).requireConsistent();
    boolean sameTime =
        request.timeZone().equals(before.timeZone()) && request.hours().equals(before.hours());
    if (!sameTime && calendars.binding(id) > 0) {
      throw new ProblemException(
          Problems.IN_USE,
          "Commitments that bind count by this calendar. Create another one and amend them.");
    }
    requireFreeName(request.name(), id);
    if (calendar.change(request, clock.instant())) {
      record(calendar, "updated");
    }
    return Answers.ok(calendar.version(), CalendarView.of(calendar));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteCalendar",
      summary = "Delete a calendar",
      description = "Refused with 409 while a commitment counts by it.")
  @APIResponse(responseCode = "204", description = "The calendar is gone.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response delete(@PathParam("id") UUID id) {
    ServiceCalendarEntity calendar = calendars.get(id);
    preconditions.requireMatch(calendar.version());
    long uses = calendars.uses(id);
    if (uses > 0) {
      throw new ProblemException(
          Problems.IN_USE, "%d commitments count by this calendar.".formatted(uses));
    }
    calendars.remove(calendar);
    journal.record(Change.of("calendar", "deleted", calendar));
    return Answers.noContent();
  }

  @GET
  @Path("/{id}/elapsed")
  @Operation(
      operationId = "getElapsedServiceTime",
      summary = "Read how much service time lies between two instants",
      description = "Real time in which the service is there, from the first to the second.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public ElapsedServiceTimeView elapsed(
      @PathParam("id") UUID id,
      @Parameter(description = "The first instant.", example = "2026-01-05T09:30:00Z")
          @NotNull
          @QueryParam("from")
          Instant from,
      @Parameter(
              description = "The second, at most ten years later.",
              example = "2026-01-06T09:30:00Z")
          @NotNull
          @QueryParam("to")
          Instant to) {
    if (to.isBefore(from) || Duration.between(from, to).compareTo(MOST) > 0) {
      throw ProblemException.parameter("to", "must not be before from, nor ten years after it");
    }
    ServiceCalendar calendar = calendars.service(id).calendar();
    return new ElapsedServiceTimeView(from, to, calendar.elapsed(from, to, List.of()).toString());
  }

  @GET
  @Path("/{id}/due")
  @Operation(
      operationId = "getDueInServiceTime",
      summary = "Read when so much service time has gone by",
      description = "The first instant at which it has; absent where it takes over ten years.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public DueInServiceTimeView due(
      @PathParam("id") UUID id,
      @Parameter(description = "Since when.", example = "2026-01-05T09:30:00Z")
          @NotNull
          @QueryParam("from")
          Instant from,
      @Parameter(description = "How much, in ISO 8601.", example = "PT4H")
          @NotNull
          @Pattern(regexp = "PT([0-9]{1,5}H)?([0-9]{1,5}M)?([0-9]{1,6}S)?")
          @Size(min = 4, max = 24)
          @QueryParam("within")
          String within) {
    Duration duration;
    try {
      duration = Duration.parse(within);
    } catch (DateTimeException e) {
      throw ProblemException.parameter("within", "must be a duration such as PT4H");
    }
    ServiceCalendar calendar = calendars.service(id).calendar();
    return new DueInServiceTimeView(from, within, calendar.due(from, duration, List.of()));
  }

  private void requireFreeName(String name, UUID except) {
    if (calendars.nameTaken(name, except)) {
      throw new ProblemException(
          Problems.CONFLICT, "Another calendar has the name %s. Choose another.".formatted(name));
    }
  }

  private void record(ServiceCalendarEntity calendar, String verb) {
    journal.record(Change.of("calendar", verb, calendar).detail(calendar.describe()));
  }
}
