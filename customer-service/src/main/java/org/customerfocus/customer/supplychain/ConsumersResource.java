package org.customerfocus.customer.supplychain;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.customer.party.PartySummary;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The end of the chain of a party, over HTTP.
@Path("/v1/parties/{id}/consumers")
@Tag(
    name = "Supply chain",
    description = "Who provides whom, relative to a party and as of a date.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ConsumersResource {

  private final SupplyChainService chains;

  ConsumersResource(SupplyChainService chains) {
    this.chains = chains;
  }

  @GET
  @Operation(
      operationId = "listConsumers",
      summary = "List the consumers at the end of a party's chain",
      description =
          "The parties downstream, however far, that have no current customers themselves on the"
              + " day, each once. In a circle that nobody leaves nobody is the end. Filter and sort"
              + " by name, kind and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<PartySummary> list(
      @PathParam("id") UUID id,
      @BeanParam @Valid PageQuery query,
      @QueryParam("asOf") @Parameter(description = "The day to tell of; today without.")
          @Nullable LocalDate asOf) {
    return chains.consumers(id, asOf, query);
  }
}
