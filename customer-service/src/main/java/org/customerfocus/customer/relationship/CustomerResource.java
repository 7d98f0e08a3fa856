package org.customerfocus.customer.relationship;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
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

/// Customers, over HTTP.
@Path("/v1/customers")
@Tag(
    name = "Customers",
    description = "Dated relationships from a party to a provider, in one or more roles.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CustomerResource {

  private final CustomerRepository customers;
  private final CustomerService service;
  private final CustomerViews views;
  private final CustomerFields fields;
  private final Preconditions preconditions;
  private final Journal journal;
  private final Event<CustomerRemoved> removed;

  CustomerResource(
      CustomerRepository customers,
      CustomerService service,
      CustomerViews views,
      CustomerFields fields,
      Preconditions preconditions,
      Journal journal,
      Event<CustomerRemoved> removed) {
    this.customers = customers;
    this.service = service;
    this.views = views;
    this.fields = fields;
    this.preconditions = preconditions;
    this.journal = journal;
    this.removed = removed;
  }

  @GET
  @Operation(
      operationId = "listCustomers",
      summary = "List customers",
      description =
          "Filter by partyId, providerPartyId, lifecycle, lifecycleReasonType, switchedToPartyId,"
              + " createdAt, validFrom, validTo, role (those held today), roleOfferingId,"
              + " offeringId, party.name, party.kind, attribute.<code> and party.attribute.<code>;"
              + " by the organisations that the party belongs to today: organization.id,"
              + " organization.name and organization.attribute.<code>. Sort by partyId, lifecycle"
              + " and createdAt. With asOf: those that held on that day, as they were; the life"
              + " cycle, roles and organisations then filter by what was true on that day, and"
              + " lifecycle does not sort.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<CustomerView> list(
      @BeanParam @Valid PageQuery query,
      @QueryParam("asOf") @Parameter(description = "The day to tell of; today's picture without.")
          @Nullable LocalDate asOf,
      @QueryParam("expand")
          @Size(max = 2)
          @Parameter(description = "Shows the party, the provider or both in short.")
          List<CustomerExpansion> expand) {
    return views.list(customers.list(query, fields.namedIn(query.filter), asOf), asOf, expand);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createCustomer",
      summary = "Register a customer",
      description =
          "In one transaction: the party (new, or an existing one by partyId), the relationship"
              + " with its roles, and for an organisation its people with their memberships and"
              + " signing authorities. A person who is a user-of the organisation becomes a"
              + " customer of the same provider, as an end user.")
  @APIResponse(
      responseCode = "201",
      description = "The new customer.",
      content = @Content(schema = @Schema(implementation = CustomerView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid CustomerRequest request) {
    Customer customer = service.register(request);
    return Answers.created(
        "/v1/customers/" + customer.id(), customer.version(), views.view(customer));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getCustomer",
      summary = "Get a customer",
      description =
          "With the people of an organisation and the history of the life cycle. With asOf: as it"
              + " was on that day, the roles and people of that day alone; 404 when there was no"
              + " such relationship then.")
  @APIResponse(
      responseCode = "200",
      description = "The customer.",
      content = @Content(schema = @Schema(implementation = CustomerView.class)))
  @APIResponse(
      responseCode = "308",
      description = "It has been merged; another customer has its place.",
      headers =
          @Header(
              name = "Location",
              description = "The path of the customer that it has become part of.",
              schema = @Schema(type = SchemaType.STRING, maxLength = 2000)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(
      @PathParam("id") UUID id,
      @QueryParam("asOf") @Parameter(description = "The day to tell of; today's picture without.")
          @Nullable LocalDate asOf) {
    Customer customer = customers.get(id);
    return Answers.ok(customer.version(), views.view(customer, asOf));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/CustomerTermsPatch")))
  @Operation(
      operationId = "updateCustomer",
      summary = "Change a customer",
      description =
          "The party and the provider stay; people change through memberships and signing"
              + " authorities. The life cycle moves as allowedLifecycles say, on lifecycleSince or"
              + " today; a customer who becomes former needs a lifecycleReasonType. The reason of"
              + " the phase before is not carried on.")
  @APIResponse(
      responseCode = "200",
      description = "The changed customer.",
      content = @Content(schema = @Schema(implementation = CustomerView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Customer customer = customers.get(id);
    preconditions.requireMatch(customer.version());
    CustomerTermsRequest before = service.terms(customer).asRequest();
    CustomerTermsRequest after = patch.applyTo(before);
    if (after.lifecycle() != before.lifecycle()) {
      after = patch.applyTo(before.withoutReason());
    }
    service.change(customer, before, after);
    return Answers.ok(customer.version(), views.view(customer));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteCustomer",
      summary = "Delete a customer",
      description =
          "For what was recorded by mistake: the relationship goes, its party stays. A customer who"
              + " left is former instead.")
  @APIResponse(responseCode = "204", description = "The customer is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("id") UUID id) {
    Customer customer = customers.get(id);
    preconditions.requireMatch(customer.version());
    removed.fire(new CustomerRemoved(customer.id()));
    service.tellWhereShown(customer);
    customers.remove(customer);
    journal.record(Change.of("customer", "deleted", customer));
    return Answers.noContent();
  }
}
