package org.customerfocus.agreement.contract;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.customerfocus.agreement.registry.AsksRegistry;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// How agreements in force change: by further versions.
@Path("/v1/agreements/{id}/amendments")
@Tag(name = "Agreements", description = "What a provider promises a customer.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AmendmentResource {

  private final AgreementRepository agreements;
  private final AmendmentCheck amendments;
  private final AgreementService service;
  private final InstantSource clock;

  AmendmentResource(
      AgreementRepository agreements,
      AmendmentCheck amendments,
      AgreementService service,
      InstantSource clock) {
    this.agreements = agreements;
    this.amendments = amendments;
    this.service = service;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @AsksRegistry
  @Command
  @Operation(
      operationId = "createAmendment",
      summary = "Amend an agreement",
      description =
          "Begins another version of an agreement in force: the wording that was agreed last, with"
              + " what the request changes, from a day on. It is proposed, signed by both sides, and"
              + " takes the place of the version before from that day on. One is worked on at a"
              + " time; any number may follow.")
  @APIResponse(
      responseCode = "201",
      description = "The new version.",
      content = @Content(schema = @Schema(implementation = AgreementVersionView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response create(@PathParam("id") UUID id, @NotNull @Valid AmendmentRequest request) {
    Agreement agreement = agreements.hold(id);
    Instant now = clock.instant();
    AgreementVersion last =
        agreement.status().isInForce() ? agreement.lastAgreed() : agreement.current();
    AgreementRequest worded =
        amendments.require(request.over(agreement.describe(last)), last, last);
    if (agreement.status().isInForce()) {
      ConditionsCheck.requireAfter(last, worded, request.effectiveOn());
    }
    AgreementVersion version =
        agreement.amend(worded, request.effectiveOn(), request.reason(), now);
    agreements.flush();
    AgreementVersionStatus to =
        request.status() == null ? AgreementVersionStatus.DRAFT : request.status();
    if (to != AgreementVersionStatus.DRAFT) {
      amendments.requireFit(version, to);
      agreement.move(version, to, now);
    }
    service.record(version, "amendment-begun");
    return Answers.created(
        "/v1/agreement-versions/" + version.id(),
        agreement.version(),
        AgreementVersionView.of(version));
  }
}
