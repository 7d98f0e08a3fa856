package org.customerfocus.agreement.performance;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import org.customerfocus.agreement.performance.Attainments.Months;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// How far an agreement was kept, over HTTP.
@Path("/v1/agreements/{id}/attainment")
@Tag(name = "Attainment", description = "How far what was promised was kept.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AgreementAttainmentResource {

  private final AgreementRepository agreements;
  private final Attainments attainments;
  private final InstantSource clock;

  AgreementAttainmentResource(
      AgreementRepository agreements, Attainments attainments, InstantSource clock) {
    this.agreements = agreements;
    this.attainments = attainments;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "getAgreementAttainment",
      summary = "Read how far an agreement was kept",
      description = Attainments.COUNTED)
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public AgreementAttainmentView ofAgreement(
      @PathParam("id") UUID id,
      @Parameter(description = Attainments.FROM, example = "2026-01") @QueryParam("from")
          @Nullable YearMonth from,
      @Parameter(description = Attainments.TO, example = "2026-04") @QueryParam("to")
          @Nullable YearMonth to,
      @Parameter(description = Attainments.AS_OF, example = "2026-04-02T09:30:00Z")
          @QueryParam("asOf")
          @Nullable Instant asOf) {
    return attainments.of(
        agreements.view(id), null, null, new Months(from, to), Cuts.at(asOf, clock.instant()));
  }
}
