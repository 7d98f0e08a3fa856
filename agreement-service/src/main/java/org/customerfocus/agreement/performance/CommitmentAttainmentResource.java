package org.customerfocus.agreement.performance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.UUID;
import org.customerfocus.agreement.contract.AgreementRepository;
import org.customerfocus.agreement.contract.AgreementView;
import org.customerfocus.agreement.performance.Attainments.Months;
import org.customerfocus.conventions.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// How far a commitment was kept, over HTTP.
@Path("/v1/commitments/{id}/attainment")
@Tag(name = "Attainment", description = "How far what was promised was kept.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CommitmentAttainmentResource {

  static final String PERIOD =
      "2026-03, 2026-Q1 or 2026, as the commitment's window is; the last day, 2026-03-31, of a"
          + " rolling window.";
  static final String KEY = "[0-9]{4}(-(0[1-9]|1[0-2])(-[0-3][0-9])?|-Q[1-4])?";

  private final AgreementRepository agreements;
  private final Attainments attainments;
  private final Periods periods;
  private final InstantSource clock;

  CommitmentAttainmentResource(
      AgreementRepository agreements,
      Attainments attainments,
      Periods periods,
      InstantSource clock) {
    this.agreements = agreements;
    this.attainments = attainments;
    this.periods = periods;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "getCommitmentAttainment",
      summary = "Read how far a commitment was kept",
      description =
          Attainments.COUNTED
              + " All wordings of the promise are told, each for the time in which it held.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public AttainmentView ofCommitment(
      @PathParam("id") UUID id,
      @Parameter(description = Attainments.FROM, example = "2026-01") @QueryParam("from")
          @Nullable YearMonth from,
      @Parameter(description = Attainments.TO, example = "2026-04") @QueryParam("to")
          @Nullable YearMonth to,
      @Parameter(description = Attainments.AS_OF, example = "2026-04-02T09:30:00Z")
          @QueryParam("asOf")
          @Nullable Instant asOf) {
    AgreementView agreement = agreements.viewOfCommitment(id);
    return attainments
        .of(
            agreement,
            agreements.lineageOf(id),
            id,
            new Months(from, to),
            Cuts.at(asOf, clock.instant()))
        .commitments()
        .getFirst();
  }

  @GET
  @Path("/{period}")
  @Operation(
      operationId = "getCommitmentAttainmentPeriod",
      summary = "Read what one period of a commitment came to",
      description =
          "As a draft until its grace time is over, then final, with the number of its revision. A"
              + " period that lasts still has a forecast.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public PeriodView period(
      @PathParam("id") UUID id,
      @Parameter(description = PERIOD, example = "2026-03")
          @PathParam("period")
          @Size(max = 10)
          @Pattern(regexp = KEY)
          String period,
      @Parameter(description = Attainments.AS_OF, example = "2026-04-02T09:30:00Z")
          @QueryParam("asOf")
          @Nullable Instant asOf) {
    return periods.view(id, period, Cuts.at(asOf, clock.instant()));
  }

  @GET
  @Path("/{period}/revisions")
  @Operation(
      operationId = "getCommitmentAttainmentRevisions",
      summary = "Read the revisions of a period",
      description =
          "What it came to when it became final, and at each later change with the difference; none"
              + " while it is a draft.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public RevisionsView revisions(
      @PathParam("id") UUID id,
      @Parameter(description = PERIOD, example = "2026-03")
          @PathParam("period")
          @Size(max = 10)
          @Pattern(regexp = KEY)
          String period) {
    return periods.revisions(id, period);
  }

  @GET
  @Path("/{period}/measurements")
  @Operation(
      operationId = "listCommitmentAttainmentMeasurements",
      summary = "List the measurements behind a period",
      description =
          "Those that the commitment selects, in the order of the times that place them, each with"
              + " the class in which it is counted. For metrics of measurements: those of states,"
              + " timers and surveys have none.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Page<CountedRowView> measurements(
      @PathParam("id") UUID id,
      @Parameter(description = PERIOD, example = "2026-03")
          @PathParam("period")
          @Size(max = 10)
          @Pattern(regexp = KEY)
          String period,
      @Parameter(description = "Only those of this class; all unless given.", example = "bad")
          @QueryParam("countedAs")
          CountedRowView.@Nullable CountedClass countedAs,
      @Parameter(description = "How many items a page has at most.")
          @QueryParam("limit")
          @DefaultValue("50")
          @Min(1)
          @Max(200)
          Integer limit,
      @Parameter(description = "The nextCursor of the page before; with the same class.")
          @QueryParam("cursor")
          @Size(min = 1, max = 2000)
          @Nullable String cursor) {
    return periods.rows(id, period, countedAs, limit, cursor, clock.instant());
  }
}
