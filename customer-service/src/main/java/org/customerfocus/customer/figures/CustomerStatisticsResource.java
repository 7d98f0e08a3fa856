package org.customerfocus.customer.figures;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Customer statistics, over HTTP.
@Path("/v1/customer-statistics")
@Tag(
    name = "Customer statistics",
    description = "How many customers there are over time, and how loyal they are.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CustomerStatisticsResource {

  static final String DESCRIPTION =
      "Counts by life cycle, role and segment as of the last day of each period (today where it is"
          + " running); churn, repeat purchase and referral rates of each period and of all as one;"
          + " retention of the customers who began in a period, by their life cycle or their"
          + " purchases. Rates are shares with a Wilson score interval.";

  private final CustomerStatistics statistics;

  CustomerStatisticsResource(CustomerStatistics statistics) {
    this.statistics = statistics;
  }

  @GET
  @Operation(
      operationId = "getCustomerStatistics",
      summary = "Get customer statistics",
      description = DESCRIPTION)
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public CustomerStatisticsView get(@BeanParam @Valid StatisticsQuery query) {
    return statistics.of(query);
  }
}
