package org.customerfocus.customer.organization;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.customer.party.Party;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Organisations whole, over HTTP. Once registered they are parties with memberships.
@Path("/v1/organizations")
@Tag(
    name = "Organizations",
    description = "Organisations with their units and their people, and how they hang together.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationResource {

  private final StructureService structures;

  OrganizationResource(StructureService structures) {
    this.structures = structures;
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createOrganization",
      summary = "Register an organisation with its units and its people",
      description =
          "In one transaction: the organisation as a party, its units as parties that are part of"
              + " it, and the people of each with their memberships and signing authorities. Nobody"
              + " becomes a customer by it; createCustomer registers a customer organisation. At"
              + " most 200 units in all, 10 levels deep. Answers with the structure of today.")
  @APIResponse(
      responseCode = "201",
      description = "The new organisation; Location is its party.",
      content = @Content(schema = @Schema(implementation = StructureView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid OrganizationRequest request) {
    Party organization = structures.register(request);
    return Answers.created(
        "/v1/parties/" + organization.id(),
        organization.version(),
        structures.structure(organization.id(), null, 12, 1000));
  }
}
