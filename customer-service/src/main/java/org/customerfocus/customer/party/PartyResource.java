package org.customerfocus.customer.party;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Event;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Fields.Field;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.customer.attribute.AttributeOwner;
import org.customerfocus.customer.attribute.Attributes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Persons and organisations, over HTTP.
@Path("/v1/parties")
@Tag(name = "Parties", description = "Persons and organisations, whatever they are to anyone.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PartyResource {

  private final PartyRepository parties;
  private final PartyService service;
  private final Attributes attributes;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;
  private final Event<PartyChanged> changes;

  PartyResource(
      PartyRepository parties,
      PartyService service,
      Attributes attributes,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock,
      Event<PartyChanged> changes) {
    this.parties = parties;
    this.service = service;
    this.attributes = attributes;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
    this.changes = changes;
  }

  @GET
  @Operation(
      operationId = "listParties",
      summary = "List parties",
      description =
          "Filter by name, kind, createdAt, contactPoint and attribute.<code>; sort by the first"
              + " three.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<PartyView> list(@BeanParam @Valid PageQuery query) {
    Page<Party> page = parties.list(query, attributeFields(query));
    List<UUID> ids = page.items().stream().map(Party::id).toList();
    Map<UUID, List<ContactPoint>> contacts = parties.contacts(ids);
    Map<UUID, Map<String, Object>> values = attributes.of(AttributeOwner.PARTY, ids);
    return page.map(
        party ->
            PartyView.of(
                party, contacts.getOrDefault(party.id(), List.of()), values.get(party.id())));
  }

  private List<Field> attributeFields(PageQuery query) {
    return attributes.fields(
        AttributeOwner.PARTY, Attributes.codesIn(query.filter), "attribute.", "a.ownerId = e.id");
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createParty",
      summary = "Register a person or an organisation",
      description =
          "A party is nobody's customer by itself; to register a customer in one call, give the"
              + " party inline to createCustomer.")
  @APIResponse(
      responseCode = "201",
      description = "The new party.",
      content = @Content(schema = @Schema(implementation = PartyView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid PartyRequest request) {
    Party party = service.register(request, "");
    return Answers.created("/v1/parties/" + party.id(), party.version(), service.view(party));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getParty",
      summary = "Get a party",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The party.",
      content = @Content(schema = @Schema(implementation = PartyView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    Party party = parties.get(id);
    return Answers.ok(party.version(), service.view(party));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/PartyPatch")))
  @Operation(
      operationId = "updateParty",
      summary = "Change a party",
      description = "The kind stays what it is: a person does not become an organisation.")
  @APIResponse(
      responseCode = "200",
      description = "The changed party.",
      content = @Content(schema = @Schema(implementation = PartyView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Party party = parties.get(id);
    preconditions.requireMatch(party.version());
    PartyRequest before = asRequest(party);
    PartyRequest after = patch.applyTo(before);
    if (!after.equals(before)) {
      change(party, before, after);
    }
    return Answers.ok(party.version(), service.view(party));
  }

  private void change(Party party, PartyRequest before, PartyRequest after) {
    if (party.erasedAt() != null) {
      throw new ProblemException(
          Problems.CONFLICT, "This party was erased; register it anew if it comes back.");
    }
    if (after.kind() != party.kind()) {
      throw ProblemException.invalid("/kind", "the kind of a party does not change");
    }
    List<FieldError> faults = after.faults("");
    Attributes.Checked checked =
        attributes.check(
            PartyService.targets(party.kind()),
            Objects.requireNonNullElse(before.attributes(), Map.of()),
            after.attributes(),
            "/attributes");
    faults.addAll(checked.faults());
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    party.rename(after, clock.instant());
    parties.replaceContacts(
        party.id(), after.contactPoints() == null ? List.of() : after.contactPoints());
    attributes.replace(AttributeOwner.PARTY, party.id(), checked);
    changes.fire(new PartyChanged(party.id()));
    journal.record(Change.of("party", "updated", party).detail(after));
  }

  private PartyRequest asRequest(Party party) {
    return new PartyRequest(
        party.kind(),
        party.givenName() == null && party.familyName() == null ? party.name() : null,
        party.givenName(),
        party.familyName(),
        parties.contacts(party.id()),
        attributes.of(AttributeOwner.PARTY, party.id()));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteParty",
      summary = "Delete a party",
      description = "Only a party that nothing refers to can be deleted.")
  @APIResponse(responseCode = "204", description = "The party is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("id") UUID id) {
    Party party = parties.get(id);
    preconditions.requireMatch(party.version());
    parties.remove(party);
    journal.record(Change.of("party", "deleted", party));
    return Answers.noContent();
  }
}
