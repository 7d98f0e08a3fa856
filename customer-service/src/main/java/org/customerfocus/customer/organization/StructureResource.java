package org.customerfocus.customer.organization;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The structure of an organisation, over HTTP.
@Path("/v1/parties/{id}/structure")
@Tag(
    name = "Organizations",
    description = "Organisations with their units and their people, and how they hang together.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class StructureResource {

  private final StructureService structures;

  StructureResource(StructureService structures) {
    this.structures = structures;
  }

  @GET
  @Operation(
      operationId = "getOrganizationStructure",
      summary = "Get the structure of an organisation",
      description =
          "What it is a part of, and its units with theirs, each with the number of its own members"
              + " and users: a tree as a list, in which partOfPartyId names the parent. The members"
              + " themselves are memberships, filtered by organizationPartyId.")
  @APIResponse(
      responseCode = "200",
      description = "The structure.",
      content = @Content(schema = @Schema(implementation = StructureView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public StructureView get(
      @PathParam("id") UUID id,
      @QueryParam("asOf") @Parameter(description = "The day to tell of; today without.")
          @Nullable LocalDate asOf,
      @QueryParam("depth")
          @DefaultValue("12")
          @Min(1)
          @Max(50)
          @Parameter(description = "How many steps down at most.")
          Integer depth,
      @QueryParam("limit")
          @DefaultValue("1000")
          @Min(1)
          @Max(10000)
          @Parameter(description = "How many units the answer has at most.")
          Integer limit) {
    return structures.structure(id, asOf, depth, limit);
  }
}
