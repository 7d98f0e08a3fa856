package org.customerfocus.agreement.servicecredit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.money.Money;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Service credits, over HTTP.
@Path("/v1/credits")
@Tag(name = "Credits", description = "What is owed where promises were not kept, or surpassed.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ServiceCreditResource {

  private final ServiceCreditRepository credits;
  private final ServiceCredits service;
  private final DueWorkRepository work;
  private final CurrentCaller caller;
  private final Preconditions preconditions;
  private final InstantSource clock;

  ServiceCreditResource(
      ServiceCreditRepository credits,
      ServiceCredits service,
      DueWorkRepository work,
      CurrentCaller caller,
      Preconditions preconditions,
      InstantSource clock) {
    this.credits = credits;
    this.service = service;
    this.work = work;
    this.caller = caller;
    this.preconditions = preconditions;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listCredits",
      summary = "List credits",
      description =
          "Filter by agreementId, lineageId, breachId, kind, status, period, periodStart, claimBy,"
              + " createdAt, updatedAt; sort by all but breachId and claimBy.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Page<ServiceCreditView> list(@BeanParam @Valid PageQuery query) {
    return credits.list(query).map(ServiceCredit::view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getCredit",
      summary = "Read a credit",
      description =
          "It is proposed by itself when a period becomes final whose attainment falls into a tier."
              + " A revision of the period makes a further credit of the difference.")
  @APIResponse(
      responseCode = "200",
      description = "The credit.",
      content = @Content(schema = @Schema(implementation = ServiceCreditView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Response get(@PathParam("id") UUID id) {
    ServiceCredit credit = credits.get(id);
    return Answers.ok(credit.version(), credit.view());
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Command
  @Operation(
      operationId = "updateCredit",
      summary = "Claim or reject a credit",
      description =
          "Also names the affected charge where the agreement does not. Only before it is approved;"
              + " one that has to be claimed by a day lapses then.")
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/ServiceCreditPatch")))
  @APIResponse(
      responseCode = "200",
      description = "The changed credit.",
      content = @Content(schema = @Schema(implementation = ServiceCreditView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    ServiceCredit credit = credits.hold(id);
    preconditions.requireMatch(credit.version());
    ServiceCreditRequest request = patch.applyTo(credit.describe());
    Money before = credit.base();
    ServiceCreditStatus was = credit.status();
    if (credit.change(request, caller.get().subject(), clock.instant())) {
      takeBase(credit, before, request.base());
      if (credit.status() != was) {
        work.forget(ServiceCreditRepository.DUE, id);
      }
      service.record(credit, credit.status() == was ? "updated" : credit.status().wire());
    }
    return Answers.ok(credit.version(), credit.view());
  }

  @PUT
  @Path("/{id}/approval")
  @Consumes(MediaType.APPLICATION_JSON)
  @Command
  @Operation(
      operationId = "approveCredit",
      summary = "Approve a credit",
      description =
          "Consents to what is proposed or claimed, by a scope of its own. Where the affected charge"
              + " is not known yet it has to be named. Of two who approve at once one is refused.")
  @APIResponse(
      responseCode = "200",
      description = "The approved credit.",
      content = @Content(schema = @Schema(implementation = ServiceCreditView.class)))
  @SecurityRequirement(name = "bearer", scopes = "credits:approve")
  public Response approve(@PathParam("id") UUID id, @NotNull @Valid CreditApprovalRequest request) {
    ServiceCredit credit = credits.hold(id);
    preconditions.requireMatch(credit.version());
    takeBase(credit, credit.base(), request.base() == null ? credit.base() : request.base());
    if (credit.isOpen() && credit.lacksBase()) {
      throw ProblemException.invalid(
          "/base", "is required: the agreement names no charge that the share is taken of");
    }
    credit.approve(caller.get().subject(), request.note(), clock.instant());
    credits.flush();
    work.forget(ServiceCreditRepository.DUE, id);
    service.record(credit, "approved");
    return Answers.ok(credit.version(), credit.view());
  }

  @PUT
  @Path("/{id}/settlement")
  @Consumes(MediaType.APPLICATION_JSON)
  @Command
  @Operation(
      operationId = "settleCredit",
      summary = "Settle a credit",
      description =
          "That an approved credit was paid, deducted or given, by a scope of its own and once.")
  @APIResponse(
      responseCode = "200",
      description = "The settled credit.",
      content = @Content(schema = @Schema(implementation = ServiceCreditView.class)))
  @SecurityRequirement(name = "bearer", scopes = "credits:settle")
  public Response settle(
      @PathParam("id") UUID id, @NotNull @Valid CreditSettlementRequest request) {
    ServiceCredit credit = credits.hold(id);
    preconditions.requireMatch(credit.version());
    credit.settle(request, caller.get().subject(), clock.instant());
    service.record(credit, "settled");
    return Answers.ok(credit.version(), credit.view());
  }

  private void takeBase(ServiceCredit credit, @Nullable Money before, @Nullable Money base) {
    if (base == null || base.equals(before)) {
      return;
    }
    if (!credit.takesBase()) {
      throw ProblemException.invalid(
          "/base", "must be absent: the agreement names the charge, or no share of one is owed");
    }
    if (base.value().signum() < 0) {
      throw ProblemException.invalid("/base/amount", "must not be negative");
    }
    service.base(credit, base);
  }
}
