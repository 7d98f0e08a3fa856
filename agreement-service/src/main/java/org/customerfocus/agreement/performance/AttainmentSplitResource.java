package org.customerfocus.agreement.performance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// How far a commitment was kept for each value of a dimension, over HTTP.
@Path("/v1/commitments/{id}/attainment/{period}/by/{dimension}")
@Tag(name = "Attainment")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AttainmentSplitResource {

  private final Splits splits;
  private final InstantSource clock;

  AttainmentSplitResource(Splits splits, InstantSource clock) {
    this.splits = splits;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "getCommitmentAttainmentSplit",
      summary = "Read what one period came to by a dimension",
      description =
          "For each value that the measurements have in the dimension, such as each checkpoint: what"
              + " was counted, held against the commitment's target. Up to 1,000 values; for metrics"
              + " of measurements, without percentiles.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public SplitView split(
      @PathParam("id") UUID id,
      @Parameter(description = CommitmentAttainmentResource.PERIOD, example = "2026-03")
          @PathParam("period")
          @Size(max = 10)
          @Pattern(regexp = CommitmentAttainmentResource.KEY)
          String period,
      @Parameter(description = "Its name, as measurements have it.", example = "checkpoint")
          @PathParam("dimension")
          @Size(min = 1, max = 100)
          String dimension,
      @Parameter(description = Attainments.AS_OF, example = "2026-04-02T09:30:00Z")
          @QueryParam("asOf")
          @Nullable Instant asOf) {
    return splits.of(id, period, dimension, Cuts.at(asOf, clock.instant()));
  }
}
