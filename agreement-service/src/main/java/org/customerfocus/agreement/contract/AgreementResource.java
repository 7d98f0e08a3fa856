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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.agreement.registry.AsksRegistry;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What was agreed, over HTTP.
@Path("/v1/agreements")
@Tag(name = "Agreements", description = "What a provider promises a customer.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AgreementResource {

  private final AgreementRepository agreements;
  private final TermsCheck terms;
  private final ConditionsCheck conditions;
  private final ProposalCheck proposals;
  private final AgreementService service;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  AgreementResource(
      AgreementRepository agreements,
      TermsCheck terms,
      ConditionsCheck conditions,
      ProposalCheck proposals,
      AgreementService service,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.agreements = agreements;
    this.terms = terms;
    this.conditions = conditions;
    this.proposals = proposals;
    this.service = service;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listAgreements",
      summary = "List agreements",
      description =
          "Filter and sort by name, status, customerId, providerPartyId, createdAt, updatedAt.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Page<AgreementView> list(@BeanParam @Valid PageQuery query) {
    return agreements.list(query).map(AgreementView::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @AsksRegistry
  @Command
  @Operation(
      operationId = "createAgreement",
      summary = "Create an agreement",
      description =
          "Creates the agreement and all of its commitments at once: as a draft, or with status"
              + " proposed, for both sides to sign.")
  @APIResponse(
      responseCode = "201",
      description = "The new agreement.",
      content = @Content(schema = @Schema(implementation = AgreementView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response create(@NotNull @Valid AgreementRequest asked) {
    AgreementRequest request = terms.require(asked, Set.of());
    conditions.require(request);
    if (request.noticeGiven() != null) {
      throw ProblemException.invalid("/noticeGiven", "is given of an agreement in force");
    }
    Instant now = clock.instant();
    Agreement agreement = new Agreement(request, now);
    agreements.add(agreement);
    moveIfAsked(agreement, request.status(), now);
    service.record(agreement, "created");
    service.settle(agreement, now);
    return Answers.created(
        "/v1/agreements/" + agreement.id(), agreement.version(), AgreementView.of(agreement));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getAgreement",
      summary = "Read an agreement",
      description =
          "With the version that holds now, or, asOf a date, with the one that held on that day and"
              + " the status of then: what was agreed at any time can be read.")
  @APIResponse(
      responseCode = "200",
      description = "The agreement.",
      content = @Content(schema = @Schema(implementation = AgreementView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Response get(
      @PathParam("id") UUID id,
      @Parameter(description = "The day, in the time zone of the agreement; today unless given.")
          @QueryParam("asOf")
          @Nullable LocalDate asOf) {
    Agreement agreement = agreements.get(id);
    return Answers.ok(
        agreement.version(),
        asOf == null ? AgreementView.of(agreement) : service.asOf(agreement, asOf));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @AsksRegistry
  @Command
  @Operation(
      operationId = "updateAgreement",
      summary = "Change an agreement",
      description =
          "Merges the patch into a draft; commitments are replaced as a whole, and one that is sent"
              + " with its id keeps it. A status proposes, suspends, resumes or ends the agreement;"
              + " noticeGiven says that one side will not go on. The terms of what is proposed or in"
              + " force are refused with 409: an agreement in force is amended.")
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/AgreementPatch")))
  @APIResponse(
      responseCode = "200",
      description = "The changed agreement.",
      content = @Content(schema = @Schema(implementation = AgreementView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Agreement agreement = agreements.hold(id);
    preconditions.requireMatch(agreement.version());
    AgreementRequest before = agreement.describe();
    AgreementRequest request = terms.completed(patch.applyTo(before));
    Instant now = clock.instant();
    if (!request.standing(before.status(), before.noticeGiven()).equals(before)) {
      Set<UUID> known =
          before.commitments().stream().map(CommitmentRequest::id).collect(Collectors.toSet());
      terms.require(request, known);
      conditions.require(request);
      agreement.change(request, now);
    }
    if (!Objects.equals(request.noticeGiven(), before.noticeGiven())) {
      agreement.giveNotice(request.noticeGiven(), now);
    }
    moveIfAsked(agreement, request.status(), now);
    if (!request.equals(before)) {
      service.record(agreement, verb(before, request));
      if (before.status().isInForce() && before.status() != request.status()) {
        service.changed(agreement, now);
      }
      service.settle(agreement, now);
    }
    return Answers.ok(agreement.version(), AgreementView.of(agreement));
  }

  private void moveIfAsked(Agreement agreement, AgreementStatus to, Instant now) {
    if (to != agreement.status()) {
      if (to == AgreementStatus.PROPOSED && agreement.status() == AgreementStatus.DRAFT) {
        proposals.require(agreement.describe());
      }
      agreements.flush();
      agreement.move(to, now);
    }
  }

  private static String verb(AgreementRequest before, AgreementRequest after) {
    if (before.status() == after.status()) {
      return Objects.equals(before.noticeGiven(), after.noticeGiven()) ? "updated" : "notice-given";
    }
    return switch (after.status()) {
      case ACTIVE -> "resumed";
      case DRAFT -> "reopened";
      case PROPOSED, SUSPENDED, EXPIRED, TERMINATED, RENEWED -> after.status().wire();
    };
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteAgreement",
      summary = "Delete a draft",
      description = "Only a draft without exclusions can be deleted; what was in force stays.")
  @APIResponse(responseCode = "204", description = "The draft is gone.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response delete(@PathParam("id") UUID id) {
    Agreement agreement = agreements.hold(id);
    preconditions.requireMatch(agreement.version());
    if (agreement.status() != AgreementStatus.DRAFT) {
      throw new ProblemException(
          ContractProblems.BINDING,
          "This agreement is more than a draft and stays on record. Terminate it instead.");
    }
    if (agreements.hasExclusions(id)) {
      throw new ProblemException(
          Problems.IN_USE, "Exclusions name this agreement. Delete them first.");
    }
    if (agreements.isReferred(id)) {
      throw new ProblemException(
          Problems.IN_USE,
          "Another agreement goes on from this one. Change its renewalOfId first.");
    }
    agreements.remove(agreement);
    journal.record(Change.of("agreement", "deleted", agreement));
    return Answers.noContent();
  }
}
