package org.customerfocus.agreement.performance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// How much bad is left, and how fast it is spent, over HTTP.
@Path("/v1/commitments/{id}/error-budget")
@Tag(name = "Attainment", description = "How far what was promised was kept.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ErrorBudgetResource {

  private final BurnRates burnRates;
  private final InstantSource clock;

  ErrorBudgetResource(BurnRates burnRates, InstantSource clock) {
    this.burnRates = burnRates;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "getCommitmentErrorBudget",
      summary = "Read the error budget of the current period",
      description =
          "How much bad the target allows in the current period, what is spent of it, and how fast:"
              + " the burn rate over several windows. An alert needs a long and a short window to"
              + " exceed its factor, and the least number of events that the commitment names.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public BudgetView get(@PathParam("id") UUID id) {
    return burnRates.of(id, clock.instant());
  }
}
