package org.customerfocus.customer.relationship;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.customer.party.Party;
import org.customerfocus.customer.party.PartyService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The tenant's own organisation, over HTTP. There is always exactly one, named or not yet.
@Path("/v1/own-organization")
@Tag(
    name = "Own organization",
    description = "The party that stands for the tenant: the provider where none is named.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class OwnOrganizationResource {

  private final OwnOrganizationRepository repository;
  private final PartyService parties;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  OwnOrganizationResource(
      OwnOrganizationRepository repository,
      PartyService parties,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.repository = repository;
    this.parties = parties;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "getOwnOrganization",
      summary = "Get the own organisation",
      description = "The party that stands for the tenant; without partyId until one is named.")
  @APIResponse(
      responseCode = "200",
      description = "The own organisation.",
      content = @Content(schema = @Schema(implementation = OwnOrganizationView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get() {
    OwnOrganization own = repository.find().orElse(null);
    Party party = own == null ? null : parties.referred(own.partyId(), "/partyId");
    return Answers.ok(version(own), OwnOrganizationView.of(party));
  }

  @PUT
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putOwnOrganization",
      summary = "Name the own organisation",
      description =
          "Whoever was registered as a customer without a provider is a customer of this party from"
              + " then on, and shown so. Another party can be named later: those relationships"
              + " follow, those that name their provider stay with it. Refused when a party has a"
              + " relationship with this one and another without a provider, since the two would"
              + " be one.")
  @APIResponse(
      responseCode = "200",
      description = "The own organisation.",
      content = @Content(schema = @Schema(implementation = OwnOrganizationView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response put(@NotNull @Valid OwnOrganizationRequest request) {
    OwnOrganization own = repository.change().orElse(null);
    preconditions.requireMatch(version(own));
    Party party = parties.referredOrganization(request.partyId(), "/partyId");
    if (own == null || !own.partyId().equals(party.id())) {
      refuseTwice(party.id());
      repository.provide(party.id(), clock.instant());
      own = name(party);
      journal.record(
          Change.of("own-organization", "updated", own).data(Map.of("partyId", party.id())));
    }
    return Answers.ok(version(own), OwnOrganizationView.of(party));
  }

  private void refuseTwice(UUID party) {
    List<UUID> twice = repository.twice(party);
    if (!twice.isEmpty()) {
      throw new ProblemException(
          Problems.CONFLICT,
          "These parties have a relationship with it and one with the tenant's own organisation,"
              + " or are the party itself: %s. Keep one of the two."
                  .formatted(twice.stream().map(UUID::toString).collect(Collectors.joining(", "))));
    }
  }

  private OwnOrganization name(Party party) {
    // Read anew: the change of the relationships has emptied the session.
    OwnOrganization known = repository.find().orElse(null);
    if (known == null) {
      OwnOrganization own = new OwnOrganization(party.id(), clock.instant());
      repository.add(own);
      return own;
    }
    known.become(party.id(), clock.instant());
    return known;
  }

  /// Version 0 is that none is named.
  private static long version(@Nullable OwnOrganization own) {
    return own == null ? 0 : own.version() + 1;
  }
}
