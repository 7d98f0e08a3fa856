package org.customerfocus.agreement.contract;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The parts of agreements that have addresses of their own.
@Path("/v1")
@Tag(name = "Agreements", description = "What a provider promises a customer.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AgreementVersionResource {

  private final AgreementRepository agreements;

  AgreementVersionResource(AgreementRepository agreements) {
    this.agreements = agreements;
  }

  @GET
  @Path("/agreement-versions/{id}")
  @Operation(
      operationId = "getAgreementVersion",
      summary = "Read a version of an agreement",
      description = "Once it is in force it never changes.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public AgreementVersionView version(@PathParam("id") UUID id) {
    return AgreementVersionView.of(agreements.version(id));
  }

  @GET
  @Path("/commitments/{id}")
  @Operation(
      operationId = "getCommitment",
      summary = "Read a commitment",
      description = "One promise of an agreement, with the rules by which it is counted.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public CommitmentView commitment(@PathParam("id") UUID id) {
    return CommitmentView.of(agreements.commitment(id));
  }
}
