package org.customerfocus.agreement.underpinning;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.customerfocus.agreement.contract.AgreementRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Whether what is promised is supported by what was promised upstream, over HTTP.
@Path("/v1/agreements/{id}/support-chain")
@Tag(name = "Support chain")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SupportChainResource {

  private final ChainRepository chains;
  private final AgreementRepository agreements;
  private final InstantSource clock;

  SupportChainResource(
      ChainRepository chains, AgreementRepository agreements, InstantSource clock) {
    this.chains = chains;
    this.agreements = agreements;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "getSupportChain",
      summary = "Hold each promise against what supports it",
      description =
          "Follows the underpinnings upstream, as of a day, and composes what is promised there:"
              + " shares of serial dependencies multiply, durations add up, percentiles combine by"
              + " the union bound. A promise is supported when the composed one is at least as"
              + " strong; unlike windows, units or measures, and what is not in force, make it"
              + " unknown. A draft can be asked before anything is promised.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public SupportChainView get(
      @PathParam("id") UUID id,
      @QueryParam("asOf") @Parameter(description = "The day to tell of; today without.")
          @Nullable LocalDate asOf) {
    ZoneId zone = ZoneId.of(agreements.view(id).version().timeZone());
    Instant now = clock.instant();
    LocalDate day = asOf == null ? now.atZone(zone).toLocalDate() : asOf;
    Instant at = asOf == null ? now : asOf.atStartOfDay(zone).toInstant();
    return SupportChains.view(id, day, chains.nodes(id, at, day, SupportChains.SHOWN + 1));
  }
}
