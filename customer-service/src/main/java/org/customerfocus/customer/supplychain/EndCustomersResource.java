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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The customers of the customers of a party, over HTTP.
@Path("/v1/parties/{id}/end-customers")
@Tag(
    name = "Supply chain",
    description = "Who provides whom, relative to a party and as of a date.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class EndCustomersResource {

  private final SupplyChainService chains;

  EndCustomersResource(SupplyChainService chains) {
    this.chains = chains;
  }

  @GET
  @Operation(
      operationId = "listEndCustomers",
      summary = "List the customers of a party's customers",
      description =
          "The parties that are current customers of current customers of the party on the day, each"
              + " once, and through whom. Filter and sort by name, kind and createdAt:"
              + " kind==person are those who are served in the end as individuals.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<EndCustomerView> list(
      @PathParam("id") UUID id,
      @BeanParam @Valid PageQuery query,
      @QueryParam("asOf") @Parameter(description = "The day to tell of; today without.")
          @Nullable LocalDate asOf) {
    return chains.endCustomers(id, asOf, query);
  }
}
