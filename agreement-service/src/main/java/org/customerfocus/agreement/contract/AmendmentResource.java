package org.customerfocus.agreement.contract;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// How agreements in force change: by further versions.
@Path("/v1")
@Tag(name = "Agreements", description = "What a provider promises a customer.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AmendmentResource {

  private final AgreementRepository agreements;
  private final TermsCheck terms;
  private final ConditionsCheck conditions;
  private final AgreementService service;
  private final Preconditions preconditions;
  private final InstantSource clock;

  AmendmentResource(
      AgreementRepository agreements,
      TermsCheck terms,
      ConditionsCheck conditions,
      AgreementService service,
      Preconditions preconditions,
      InstantSource clock) {
    this.agreements = agreements;
    this.terms = terms;
    this.conditions = conditions;
    this.service = service;
    this.preconditions = preconditions;
    this.clock = clock;
  }

  @GET
  @Path("/agreements/{id}/versions")
  @Operation(
      operationId = "listAgreementVersions",
      summary = "List the versions of an agreement",
      description = "Every wording that there is and was. Filter and sort by number.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Page<AgreementVersionView> list(
      @PathParam("id") UUID id, @BeanParam @Valid PageQuery query) {
    return agreements.versions(id, query).map(AgreementVersionView::of);
  }

  @POST
  @Path("/agreements/{id}/amendments")
  @Consumes(MediaType.APPLICATION_JSON)
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
    AgreementRequest worded = require(request.over(agreement.describe(last)), last, last);
    if (agreement.status().isInForce()) {
      ConditionsCheck.requireAfter(last, worded, request.effectiveOn());
    }
    AgreementVersion version =
        agreement.amend(worded, request.effectiveOn(), request.reason(), now);
    agreements.flush();
    AgreementVersionStatus to =
        request.status() == null ? AgreementVersionStatus.DRAFT : request.status();
    if (to != AgreementVersionStatus.DRAFT) {
      agreement.move(version, to, now);
    }
    service.record(version, "amendment-begun");
    return Answers.created(
        "/v1/agreement-versions/" + version.id(),
        agreement.version(),
        AgreementVersionView.of(version));
  }

  @PATCH
  @Path("/agreement-versions/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
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
      AgreementRequest worded = require(after.over(agreement.describe(last)), last, version);
      ConditionsCheck.requireAfter(last, worded, after.effectiveOn());
      agreement.reword(version, worded, after.effectiveOn(), after.reason(), now);
    }
    if (after.status() != before.status()) {
      agreements.flush();
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

  private AgreementRequest require(
      AgreementRequest asked, AgreementVersion last, AgreementVersion own) {
    Set<UUID> known = new HashSet<>();
    last.commitments().forEach(each -> known.add(each.id()));
    own.commitments().forEach(each -> known.add(each.id()));
    AgreementRequest worded = terms.require(asked, known);
    conditions.require(worded);
    return worded;
  }
}
