package org.customerfocus.customer.party;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Parties by the keys of other systems, over HTTP.
@Path("/v1/parties/by-ref/{scheme}/{value}")
@Tag(name = "Parties", description = "Persons and organisations, whatever they are to anyone.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PartyByRefResource {

  private final PartyRepository parties;
  private final PartyService service;
  private final Preconditions preconditions;

  PartyByRefResource(PartyRepository parties, PartyService service, Preconditions preconditions) {
    this.parties = parties;
    this.service = service;
    this.preconditions = preconditions;
  }

  @GET
  @Operation(
      operationId = "getPartyByRef",
      summary = "Get a party by another system's key",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The party.",
      content = @Content(schema = @Schema(implementation = PartyView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(
      @PathParam("scheme") @Pattern(regexp = ExternalRef.SCHEME) @Size(max = 64) String scheme,
      @PathParam("value") @Size(min = 1, max = 200) String value) {
    Party party =
        parties
            .find(new ExternalRef(scheme, value))
            .orElseThrow(
                () -> ProblemException.notFound("party with the reference", scheme + " " + value));
    return Answers.ok(party.version(), service.view(party));
  }

  @PUT
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putPartyByRef",
      summary = "Register or replace a party by another system's key",
      description =
          "Makes the party where the key is new, else replaces what is recorded of it by the body:"
              + " what the body leaves out is no more, except external references, which stay"
              + " unless the body lists them. The key of the path is always among them. With"
              + " If-Match the party must be at that version, with If-None-Match: * it must not"
              + " exist. Repeating the request changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "The party as it is now.",
      content = @Content(schema = @Schema(implementation = PartyView.class)))
  @APIResponse(
      responseCode = "201",
      description = "The new party.",
      content = @Content(schema = @Schema(implementation = PartyView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response put(
      @PathParam("scheme") @Pattern(regexp = ExternalRef.SCHEME) @Size(max = 64) String scheme,
      @PathParam("value") @Size(min = 1, max = 200) String value,
      @NotNull @Valid PartyRequest request) {
    ExternalRef ref = new ExternalRef(scheme, value);
    parties.lock(ref);
    Optional<Party> known = parties.find(ref);
    preconditions.requireUpsert(known.map(Party::version).orElse(null));
    if (known.isEmpty()) {
      Party party = service.register(request.with(refs(ref, request.externalRefs())), "");
      return Answers.created("/v1/parties/" + party.id(), party.version(), service.view(party));
    }
    Party party = known.get();
    List<ExternalRef> refs =
        request.externalRefs() == null
            ? parties.parts(party.id()).externalRefs()
            : refs(ref, request.externalRefs());
    service.change(party, request.with(refs));
    return Answers.ok(party.version(), service.view(party));
  }

  private static List<ExternalRef> refs(ExternalRef own, @Nullable List<ExternalRef> given) {
    List<ExternalRef> refs = new ArrayList<>(PartyParts.given(given));
    if (!refs.contains(own)) {
      refs.add(own);
    }
    return refs;
  }
}
