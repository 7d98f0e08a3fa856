package org.customerfocus.agreement.contract;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
      description = "Once it is proposed it never changes.")
  @APIResponse(
      responseCode = "200",
      description = "The version, with the ETag of its agreement.",
      content = @Content(schema = @Schema(implementation = AgreementVersionView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Response version(@PathParam("id") UUID id) {
    AgreementVersion version = agreements.version(id);
    return Answers.ok(version.agreement().version(), AgreementVersionView.of(version));
  }

  @GET
  @Path("/commitments/{id}")
  @Operation(
      operationId = "getCommitment",
      summary = "Read a commitment",
      description = "One promise of an agreement, with the rules by which it is counted.")
  @APIResponse(
      responseCode = "200",
      description = "The commitment, with the ETag of its agreement.",
      content = @Content(schema = @Schema(implementation = CommitmentView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Response commitment(@PathParam("id") UUID id) {
    Commitment commitment = agreements.commitment(id);
    return Answers.ok(commitment.version().agreement().version(), CommitmentView.of(commitment));
  }
}
