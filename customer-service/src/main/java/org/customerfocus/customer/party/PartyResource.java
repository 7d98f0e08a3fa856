package org.customerfocus.customer.party;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import java.time.LocalDate;
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
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.attribute.AttributeOwner;
import org.customerfocus.customer.attribute.Attributes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Persons and organisations, over HTTP.
@Path("/v1/parties")
@Tag(name = "Parties", description = "Persons and organisations, whatever they are to anyone.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PartyResource {

  private final PartyRepository parties;
  private final PartyVersionRepository versions;
  private final PartyService service;
  private final Attributes attributes;
  private final PartyFields fields;
  private final Preconditions preconditions;
  private final Journal journal;
  private final Event<PartyRemoved> removed;

  PartyResource(
      PartyRepository parties,
      PartyVersionRepository versions,
      PartyService service,
      Attributes attributes,
      PartyFields fields,
      Preconditions preconditions,
      Journal journal,
      Event<PartyRemoved> removed) {
    this.parties = parties;
    this.versions = versions;
    this.service = service;
    this.attributes = attributes;
    this.fields = fields;
    this.preconditions = preconditions;
    this.journal = journal;
    this.removed = removed;
  }

  @GET
  @Operation(
      operationId = "listParties",
      summary = "List parties",
      description =
          "Filter by name, kind, createdAt, birthDate, contactPoint, otherName, identifier,"
              + " postalCode and attribute.<code>, and by the organisations that the party belongs"
              + " to today: organization.id, organization.name and"
              + " organization.attribute.<code>; sort by the first three. Find by contact,"
              + " whichever way it is written, or by name, misspelt or not. A search by name ranks: of"
              + " the 200 nearest names it answers, on one page without a nextCursor, those that"
              + " filter and contact leave; total counts these. Write more of the name where the"
              + " right one is not among them.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<PartyView> list(
      @BeanParam @Valid PageQuery query,
      @QueryParam("contact")
          @Size(min = 1, max = 320)
          @Parameter(
              description =
                  "An e-mail address, telephone number or URL that the party has, however it is"
                      + " written.")
          @Nullable String contact,
      @QueryParam("contactRegion")
          @Pattern(regexp = "[A-Z]{2}")
          @Size(min = 2, max = 2)
          @Parameter(description = "Where contact is a telephone number in national form.")
          @Nullable String contactRegion,
      @QueryParam("name")
          @Size(min = 1, max = 200)
          @Parameter(
              description =
                  "A name that the party has or had, spelt more or less like this. The nearest"
                      + " come first, at most 200, so without cursor and sort.")
          @Nullable String name) {
    String reached = contact(contact, contactRegion);
    Page<Party> page;
    if (name == null) {
      page = parties.list(query, reached, fields.namedIn(query.filter));
    } else {
      refuseBesideName("cursor", query.cursor);
      refuseBesideName("sort", query.sort);
      page = parties.named(name, query, reached, fields.namedIn(query.filter));
    }
    List<UUID> ids = page.items().stream().map(Party::id).toList();
    Map<UUID, PartyParts> parts = parties.parts(ids);
    Map<UUID, Map<String, Object>> values = attributes.of(AttributeOwner.PARTY, ids);
    return page.map(
        party ->
            PartyView.of(
                party, parts.getOrDefault(party.id(), PartyParts.NONE), values.get(party.id())));
  }

  private static @Nullable String contact(@Nullable String contact, @Nullable String region) {
    if (contact == null) {
      if (region != null) {
        throw ProblemException.parameter("contactRegion", "belongs to contact, which is not given");
      }
      return null;
    }
    try {
      return ContactValues.searched(contact, region);
    } catch (IllegalArgumentException e) {
      throw ProblemException.parameter("contact", String.valueOf(e.getMessage()));
    }
  }

  private static void refuseBesideName(String parameter, @Nullable String value) {
    if (value != null) {
      throw ProblemException.parameter(
          parameter, "does not go with name, which orders by nearness and has one page");
    }
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
      description =
          "As it is; with knownAt as it was recorded at that instant, with asOf what of it was"
              + " valid on that day: names, contact points, addresses and identifiers. Answers 304"
              + " when If-None-Match names the version.")
  @APIResponse(
      responseCode = "200",
      description = "The party.",
      content = @Content(schema = @Schema(implementation = PartyView.class)))
  @APIResponse(
      responseCode = "308",
      description = "It has been merged; another party has its place.",
      headers =
          @Header(
              name = "Location",
              description = "The path of the party that it has become part of.",
              schema = @Schema(type = SchemaType.STRING, maxLength = 2000)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(
      @PathParam("id") UUID id,
      @QueryParam("asOf") @Parameter(description = "A day of validity.") @Nullable LocalDate asOf,
      @QueryParam("knownAt") @Parameter(description = "An instant of recording.")
          @Nullable Instant knownAt) {
    Party party = parties.get(id);
    long version = party.version();
    PartyView view;
    if (knownAt == null) {
      view = service.view(party);
    } else {
      PartyVersionView known = versions.knownAt(id, knownAt);
      version = known.version();
      view = known.party();
    }
    return Answers.ok(version, asOf == null ? view : view.asOf(asOf));
  }

  @GET
  @Path("/{id}/history")
  @Operation(
      operationId = "listPartyHistory",
      summary = "List the recorded versions of a party",
      description = "Every version, the first one first; sort=-id turns that round.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<PartyVersionView> history(
      @PathParam("id") UUID id, @BeanParam @Valid PageQuery query) {
    parties.get(id);
    return versions.list(id, query);
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
      description =
          "The kind stays what it is: a person does not become an organisation. A new name makes"
              + " the old one a former name.")
  @APIResponse(
      responseCode = "200",
      description = "The changed party.",
      content = @Content(schema = @Schema(implementation = PartyView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Party party = parties.get(id);
    preconditions.requireMatch(party.version());
    service.change(party, patch.applyTo(service.asRequest(party)));
    return Answers.ok(party.version(), service.view(party));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteParty",
      summary = "Delete a party",
      description =
          "Only a party that nothing refers to can be deleted, and that no other has become part of.")
  @APIResponse(responseCode = "204", description = "The party is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("id") UUID id) {
    Party party = parties.get(id);
    preconditions.requireMatch(party.version());
    removed.fire(new PartyRemoved(party.id()));
    parties.remove(party);
    journal.record(Change.of("party", "deleted", party));
    return Answers.noContent();
  }
}
