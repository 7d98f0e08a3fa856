package org.customerfocus.customer.supplychain;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The supply chain of a party, over HTTP.
@Path("/v1/parties/{id}/supply-chain")
@Tag(
    name = "Supply chain",
    description = "Who provides whom, relative to a party and as of a date.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SupplyChainResource {

  private final SupplyChainService chains;

  SupplyChainResource(SupplyChainService chains) {
    this.chains = chains;
  }

  @GET
  @Operation(
      operationId = "getSupplyChain",
      summary = "Get the supply chain of a party",
      description =
          "Follows customer relationships from the party: downstream to its customers, their"
              + " customers and so on, upstream to its providers and theirs. A relationship is a"
              + " link while it holds and its life cycle is current; one without a provider is a"
              + " link of the own organisation. Every party and every link comes once, with its"
              + " least distance; links on a circle are marked. Whole hops come in the order of"
              + " distance until depth or limit ends them, which complete tells.")
  @APIResponse(
      responseCode = "200",
      description = "The chain.",
      content = @Content(schema = @Schema(implementation = SupplyChainView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public SupplyChainView get(
      @PathParam("id") UUID id,
      @QueryParam("direction")
          @DefaultValue("downstream")
          @Parameter(description = "downstream to the customers, upstream to the providers.")
          Direction direction,
      @QueryParam("depth")
          @DefaultValue("12")
          @Min(1)
          @Max(100)
          @Parameter(description = "How many links away at most.")
          Integer depth,
      @QueryParam("asOf") @Parameter(description = "The day to tell of; today without.")
          @Nullable LocalDate asOf,
      @QueryParam("limit")
          @DefaultValue("1000")
          @Min(1)
          @Max(10000)
          @Parameter(description = "How many links the answer has at most.")
          Integer limit) {
    return chains.chain(id, direction, asOf, depth, limit);
  }
}
