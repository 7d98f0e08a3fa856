package org.customerfocus.agreement.contract;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
  private final AmendmentCheck amendments;
  private final AgreementService service;
  private final Preconditions preconditions;
  private final InstantSource clock;

  AgreementVersionResource(
      AgreementRepository agreements,
      AmendmentCheck amendments,
      AgreementService service,
      Preconditions preconditions,
      InstantSource clock) {
    this.agreements = agreements;
    this.amendments = amendments;
    this.service = service;
    this.preconditions = preconditions;
    this.clock = clock;
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

  @PATCH
  @Path("/agreement-versions/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @AsksRegistry
  @Command
  @Operation(
      operationId = "updateAgreementVersion",
      summary = "Change an amendment",
      description =
          "Merges the patch into an amendment that is a draft, and proposes it or takes it back by"
              + " its status. If-Match has the ETag of the agreement. The first version is changed"
              + " through its agreement.")
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/AgreementVersionPatch")))
  @APIResponse(
      responseCode = "200",
      description = "The changed version.",
      content = @Content(schema = @Schema(implementation = AgreementVersionView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    AgreementVersion version = held(id);
    Agreement agreement = version.agreement();
    AgreementVersionRequest before = AgreementVersionRequest.of(version);
    AgreementVersionRequest after = patch.applyTo(before);
    Instant now = clock.instant();
    if (!after.saysTheSameAs(before)) {
      requireDraft(version);
      AgreementVersion last = agreement.lastAgreed();
      AgreementRequest worded =
          amendments.require(after.over(agreement.describe(last)), last, version);
      ConditionsCheck.requireAfter(last, worded, after.effectiveOn());
      agreement.reword(version, worded, after.effectiveOn(), after.reason(), now);
    }
    if (after.status() != before.status()) {
      agreements.flush();
      amendments.requireFit(version, after.status());
      agreement.move(version, after.status(), now);
    }
    if (!after.equals(before)) {
      service.record(
          version,
          after.status() == before.status()
              ? "amendment-updated"
              : "amendment-" + after.status().wire());
    }
    return Answers.ok(agreement.version(), AgreementVersionView.of(version));
  }

  @DELETE
  @Path("/agreement-versions/{id}")
  @Command
  @Operation(
      operationId = "deleteAgreementVersion",
      summary = "Delete a draft of an amendment",
      description = "What was proposed stays on record: it is withdrawn by its status instead.")
  @APIResponse(responseCode = "204", description = "The draft is gone.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response delete(@PathParam("id") UUID id) {
    AgreementVersion version = held(id);
    requireDraft(version);
    version.agreement().removeDraft(version, clock.instant());
    service.record(version.agreement(), "amendment-deleted");
    return Answers.noContent();
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

  @GET
  @Path("/signatures/{id}")
  @Operation(
      operationId = "getSignature",
      summary = "Read a signature",
      description = "Who signed which version for whom, and what entitled to it. It never changes.")
  @APIResponse(
      responseCode = "200",
      description = "The signature, with the ETag of its agreement.",
      content = @Content(schema = @Schema(implementation = SignatureView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Response get(@PathParam("id") UUID id) {
    AgreementSignature signature = agreements.signature(id);
    return Answers.ok(signature.version().agreement().version(), SignatureView.of(signature));
  }

  /// The version of an agreement that nobody else changes until the transaction ends.
  private AgreementVersion held(UUID id) {
    UUID agreement = agreements.agreementOf(id);
    preconditions.requireMatch(agreements.hold(agreement).version());
    AgreementVersion version = agreements.version(id);
    if (version.number() == 1) {
      throw new ProblemException(
          Problems.CONFLICT,
          "The first version is changed, proposed and deleted through /v1/agreements/%s."
              .formatted(agreement));
    }
    return version;
  }

  private static void requireDraft(AgreementVersion version) {
    if (version.status() != AgreementVersionStatus.DRAFT) {
      throw new ProblemException(
          ContractProblems.BINDING,
          "Version %d is %s, so it stays as it is."
              .formatted(version.number(), version.status().wire()));
    }
  }
}
