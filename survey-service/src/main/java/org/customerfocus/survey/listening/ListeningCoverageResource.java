package org.customerfocus.survey.listening;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.time.TimeLimits;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Who is heard, over HTTP.
@Path("/v1/listening-coverage")
@Tag(name = "Listening")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ListeningCoverageResource {

  private final ListeningCoverage coverage;
  private final CurrentCaller caller;
  private final InstantSource clock;

  ListeningCoverageResource(ListeningCoverage coverage, CurrentCaller caller, InstantSource clock) {
    this.coverage = coverage;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "getListeningCoverage",
      summary = "Get who is heard, by role and segment",
      description =
          "How many current customers of each role and segment there are now, how many of them were"
              + " heard in a time, when last and by which method, and when they were visited last. A"
              + " customer with two roles counts in both. Warns where end users are heard only"
              + " through others: by a method that is not direct, or by somebody who answered in"
              + " their place.")
  @SecurityRequirement(name = "bearer", scopes = "feedback:read")
  public ListeningCoverageView get(
      @QueryParam("from")
          @Parameter(description = "The first day; a year before the end without it.")
          @Nullable LocalDate from,
      @QueryParam("to")
          @Parameter(description = "The first day no more, in UTC; tomorrow without it.")
          @Nullable LocalDate to) {
    LocalDate tomorrow = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
    LocalDate end = to == null ? tomorrow : TimeLimits.asked(to);
    LocalDate start = from == null ? end.minusYears(1) : TimeLimits.asked(from);
    if (!end.isAfter(start)) {
      throw ProblemException.parameter("to", "must be after from: the end is exclusive");
    }
    return coverage.of(caller.get(), start, end);
  }
}
