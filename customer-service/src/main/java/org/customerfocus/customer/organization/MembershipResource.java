package org.customerfocus.customer.organization;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Who belongs to an organisation, and who uses what it is provided with.
@Path("/v1/memberships")
@Tag(
    name = "Memberships",
    description = "Who belongs to an organisation, and who uses what it is provided with.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MembershipResource {

  private final OrganizationRepository organizations;
  private final OrganizationService service;
  private final Preconditions preconditions;

  MembershipResource(
      OrganizationRepository organizations,
      OrganizationService service,
      Preconditions preconditions) {
    this.organizations = organizations;
    this.service = service;
    this.preconditions = preconditions;
  }

  @GET
  @Operation(
      operationId = "listMemberships",
      summary = "List memberships",
      description = "Filter and sort by memberPartyId, organizationPartyId and type.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<MembershipView> list(
      @BeanParam @Valid PageQuery query,
      @QueryParam("asOf") @Parameter(description = "Only those that held on this date.")
          @Nullable LocalDate asOf) {
    return organizations.memberships(query, asOf).map(MembershipView::of);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createMembership",
      summary = "Record a membership",
      description =
          "Both parties exist already; createOrganization and createCustomer register them in one"
              + " call. An organisation cannot become, on any day, a part of its own part. Who uses"
              + " what the organisation is provided with (user-of) is a customer of the provider in"
              + " the role end-user: where the organisation is a customer, its user becomes one of"
              + " the same provider, unless it is one already.")
  @APIResponse(
      responseCode = "201",
      description = "The new membership.",
      content = @Content(schema = @Schema(implementation = MembershipView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid MembershipRequest request) {
    Membership added = service.add(request, "");
    return Answers.created(
        "/v1/memberships/" + added.id(), added.version(), MembershipView.of(added));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getMembership",
      summary = "Get a membership",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The membership.",
      content = @Content(schema = @Schema(implementation = MembershipView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    Membership found = organizations.membership(id);
    return Answers.ok(found.version(), MembershipView.of(found));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/MembershipPatch")))
  @Operation(
      operationId = "updateMembership",
      summary = "Change a membership",
      description = "To end it, set validTo. Its two parties stay.")
  @APIResponse(
      responseCode = "200",
      description = "The changed membership.",
      content = @Content(schema = @Schema(implementation = MembershipView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Membership found = organizations.membership(id);
    preconditions.requireMatch(found.version());
    service.change(found, patch.applyTo(found.asRequest()));
    return Answers.ok(found.version(), MembershipView.of(found));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteMembership",
      summary = "Delete a membership",
      description = "For what was recorded by mistake; what has ended gets a validTo.")
  @APIResponse(responseCode = "204", description = "The membership is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("id") UUID id) {
    Membership found = organizations.membership(id);
    preconditions.requireMatch(found.version());
    service.remove(found);
    return Answers.noContent();
  }
}
