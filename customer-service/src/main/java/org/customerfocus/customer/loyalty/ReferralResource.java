package org.customerfocus.customer.loyalty;

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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.reference.ReferenceRepository;
import org.customerfocus.customer.reference.Target;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Referrals, over HTTP.
@Path("/v1/referrals")
@Tag(name = "Loyalty")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ReferralResource {

  private final ReferralRepository referrals;
  private final ReferenceRepository references;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  ReferralResource(
      ReferralRepository referrals,
      ReferenceRepository references,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.referrals = referrals;
    this.references = references;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listReferrals",
      summary = "List referrals",
      description =
          "Filter by fromCustomerId, toPartyId, toCustomerId, offeringId, outcome, referredAt and"
              + " createdAt; sort by fromCustomerId, outcome, referredAt and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<ReferralView> list(@BeanParam @Valid PageQuery query) {
    return referrals.list(query).map(ReferralView::of);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createReferral",
      summary = "Record a referral",
      description = "From a customer to a party, or to the customer that the party has become.")
  @APIResponse(
      responseCode = "201",
      description = "The new referral.",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid ReferralRequest request) {
    check(request);
    Referral referral = new Referral(request, clock.instant());
    referrals.add(referral);
    ReferralView view = ReferralView.of(referral);
    journal.record(change("created", referral).detail(view));
    return Answers.created("/v1/referrals/" + referral.id(), referral.version(), view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getReferral",
      summary = "Get a referral",
      description = "With what came of it.")
  @APIResponse(
      responseCode = "200",
      description = "The referral.",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    Referral referral = referrals.get(id);
    return Answers.ok(referral.version(), ReferralView.of(referral));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/ReferralPatch")))
  @Operation(
      operationId = "updateReferral",
      summary = "Change a referral",
      description = "Mostly to say what came of it: outcome, and toCustomerId where it is one.")
  @APIResponse(
      responseCode = "200",
      description = "The changed referral.",
      content = @Content(schema = @Schema(implementation = ReferralView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Referral referral = referrals.get(id);
    preconditions.requireMatch(referral.version());
    ReferralRequest before = referral.asRequest();
    ReferralRequest after = patch.applyTo(before);
    if (!after.equals(before)) {
      check(after);
      referral.change(after, clock.instant());
      journal.record(change("updated", referral).detail(after));
    }
    return Answers.ok(referral.version(), ReferralView.of(referral));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteReferral",
      summary = "Delete a referral",
      description = "For what was recorded by mistake.")
  @APIResponse(responseCode = "204", description = "The referral is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("id") UUID id) {
    Referral referral = referrals.get(id);
    preconditions.requireMatch(referral.version());
    referrals.remove(referral);
    journal.record(change("deleted", referral));
    return Answers.noContent();
  }

  private static Change change(String verb, Referral referral) {
    return Change.of("referral", verb, referral)
        .data(Map.of("fromCustomerId", referral.fromCustomerId()));
  }

  private void check(ReferralRequest request) {
    references.require(Target.OFFERING, request.offeringId(), "/offeringId");
    references.require(Target.PARTY, request.toPartyId(), "/toPartyId");
    List<UUID> customers = new ArrayList<>(List.of(request.fromCustomerId()));
    if (request.toCustomerId() != null) {
      customers.add(request.toCustomerId());
    }
    List<FieldError> faults = request.faults(referrals.parties(customers));
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
  }
}
