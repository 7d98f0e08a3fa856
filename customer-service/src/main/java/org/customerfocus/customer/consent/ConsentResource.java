package org.customerfocus.customer.consent;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.customer.party.PartyService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Statements about what parties allow, over HTTP.
@Path("/v1/consents")
@Tag(name = "Consents", description = "What parties allowed or refused, and on which legal basis.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ConsentResource {

  /// Of how many purposes and channels one party can speak: far more than anyone has, so that the
  /// answer of what holds for a party stays of one piece.
  private static final int MAX_SLOTS = 500;

  private final ConsentRepository consents;
  private final PartyService parties;
  private final Statements statements;
  private final InstantSource clock;

  ConsentResource(
      ConsentRepository consents,
      PartyService parties,
      Statements statements,
      InstantSource clock) {
    this.consents = consents;
    this.parties = parties;
    this.statements = statements;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listConsents",
      summary = "List what was said, with all its history",
      description =
          "Filter and sort by partyId, purpose, channel, legalBasis, status and capturedAt. What"
              + " holds for a party on a day is what getPartyConsents answers.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<ConsentView> list(@BeanParam @Valid PageQuery query) {
    return consents.list(query).map(Consent::view);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createConsent",
      summary = "Record what a party said",
      description =
          "A consent that is given, denied or withdrawn, an objection, or another legal basis that"
              + " there is. Nothing is changed later: a newer statement about the same purpose and"
              + " channel supersedes the older. The purpose any and the channel any speak of all of"
              + " them; an opt-out of that kind wins over specific permissions.")
  @APIResponse(
      responseCode = "201",
      description = "The statement.",
      content = @Content(schema = @Schema(implementation = ConsentView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid ConsentRequest request) {
    List<FieldError> faults = request.faults(clock.instant());
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    parties.referred(request.partyId(), "/partyId");
    Consent consent = statements.record(request);
    if (consents.slots(request.partyId()) > MAX_SLOTS) {
      throw new ProblemException(
          Problems.CONFLICT,
          "This party has spoken of %d purposes and channels. Use the ones that there are."
              .formatted(MAX_SLOTS));
    }
    return Answers.created("/v1/consents/" + consent.id(), 0, consent.view());
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getConsent",
      summary = "Get a statement",
      description = "Answers 304 when If-None-Match names the ETag; a statement never changes.")
  @APIResponse(
      responseCode = "200",
      description = "The statement.",
      content = @Content(schema = @Schema(implementation = ConsentView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    return Answers.ok(0, consents.get(id).view());
  }
}
