package org.customerfocus.customer.relationship;

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
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Customers by the keys that other systems have for them, over HTTP.
@Path("/v1/customers/by-ref/{scheme}/{value}")
@Tag(name = "Customers")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CustomerByRefResource {

  private final CustomerRepository customers;
  private final CustomerService service;
  private final CustomerViews views;
  private final Preconditions preconditions;

  CustomerByRefResource(
      CustomerRepository customers,
      CustomerService service,
      CustomerViews views,
      Preconditions preconditions) {
    this.customers = customers;
    this.service = service;
    this.views = views;
    this.preconditions = preconditions;
  }

  @GET
  @Operation(
      operationId = "getCustomerByRef",
      summary = "Get a customer by another system's key",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The customer.",
      content = @Content(schema = @Schema(implementation = CustomerView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(
      @PathParam("scheme") @Pattern(regexp = CustomerRef.SCHEME) @Size(max = 64) String scheme,
      @PathParam("value") @Size(min = 1, max = 200) String value) {
    Customer customer =
        customers
            .find(new CustomerRef(scheme, value))
            .orElseThrow(
                () ->
                    ProblemException.notFound("customer with the reference", scheme + " " + value));
    return Answers.ok(customer.version(), views.view(customer));
  }

  @PUT
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CustomerRequest.class),
              examples =
                  @ExampleObject(
                      name = "example",
                      value =
                          """
                          {"partyId": "01a0b7c4-2f6e-7d11-9a3c-5b8e2f4d6a11",
                           "lifecycle": "current", "roles": [{"type": "payer"}],
                           "validFrom": "2026-01-01"}""")))
  @Operation(
      operationId = "putCustomerByRef",
      summary = "Register or replace a customer by another system's key",
      description =
          "Makes the relationship where the key is new, else replaces what is recorded of it by the"
              + " body, except external references, which stay unless the body lists them. The key"
              + " of the path is always among them. The party is named by partyId (putPartyByRef"
              + " answers it), and stays, as does the provider; a lifecycle that differs is a"
              + " transition of today. With If-Match the customer must be at that version, with"
              + " If-None-Match: * it must not exist. Repeating the request changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "The customer as it is now.",
      content = @Content(schema = @Schema(implementation = CustomerView.class)))
  @APIResponse(
      responseCode = "201",
      description = "The new customer.",
      content = @Content(schema = @Schema(implementation = CustomerView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response put(
      @PathParam("scheme") @Pattern(regexp = CustomerRef.SCHEME) @Size(max = 64) String scheme,
      @PathParam("value") @Size(min = 1, max = 200) String value,
      @NotNull @Valid CustomerRequest request) {
    CustomerRef ref = new CustomerRef(scheme, value);
    customers.lock(ref);
    Customer known = customers.find(ref).orElse(null);
    preconditions.requireUpsert(known == null ? null : known.version());
    Customer customer = service.put(ref, known, request);
    return known == null
        ? Answers.created(
            "/v1/customers/" + customer.id(), customer.version(), views.view(customer))
        : Answers.ok(customer.version(), views.view(customer));
  }
}
