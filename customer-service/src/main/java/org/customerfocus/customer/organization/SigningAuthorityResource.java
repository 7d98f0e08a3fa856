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

/// Who may enter into agreements for an organisation.
@Path("/v1/signing-authorities")
@Tag(
    name = "Signing authorities",
    description = "Who may enter into agreements for an organisation.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SigningAuthorityResource {

  private final OrganizationRepository organizations;
  private final OrganizationService service;
  private final Preconditions preconditions;

  SigningAuthorityResource(
      OrganizationRepository organizations,
      OrganizationService service,
      Preconditions preconditions) {
    this.organizations = organizations;
    this.service = service;
    this.preconditions = preconditions;
  }

  @GET
  @Operation(
      operationId = "listSigningAuthorities",
      summary = "List signing authorities",
      description = "Filter and sort by personPartyId and organizationPartyId.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<SigningAuthorityView> list(
      @BeanParam @Valid PageQuery query,
      @QueryParam("asOf") @Parameter(description = "Only those that held on this date.")
          @Nullable LocalDate asOf) {
    return organizations.authorities(query, asOf).map(SigningAuthorityView::of);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createSigningAuthority",
      summary = "Record a signing authority",
      description = "Both parties exist already; createCustomer registers them in one call.")
  @APIResponse(
      responseCode = "201",
      description = "The new signing authority.",
      content = @Content(schema = @Schema(implementation = SigningAuthorityView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid SigningAuthorityRequest request) {
    SigningAuthority added = service.add(request, "");
    return Answers.created(
        "/v1/signing-authorities/" + added.id(), added.version(), SigningAuthorityView.of(added));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getSigningAuthority",
      summary = "Get a signing authority",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The signing authority.",
      content = @Content(schema = @Schema(implementation = SigningAuthorityView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    SigningAuthority found = organizations.authority(id);
    return Answers.ok(found.version(), SigningAuthorityView.of(found));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/SigningAuthorityPatch")))
  @Operation(
      operationId = "updateSigningAuthority",
      summary = "Change a signing authority",
      description = "To end it, set validTo. Its two parties stay.")
  @APIResponse(
      responseCode = "200",
      description = "The changed signing authority.",
      content = @Content(schema = @Schema(implementation = SigningAuthorityView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    SigningAuthority found = organizations.authority(id);
    preconditions.requireMatch(found.version());
    service.change(found, patch.applyTo(found.asRequest()));
    return Answers.ok(found.version(), SigningAuthorityView.of(found));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteSigningAuthority",
      summary = "Delete a signing authority",
      description = "For what was recorded by mistake; what has ended gets a validTo.")
  @APIResponse(responseCode = "204", description = "The signing authority is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("id") UUID id) {
    SigningAuthority found = organizations.authority(id);
    preconditions.requireMatch(found.version());
    service.remove(found);
    return Answers.noContent();
  }
}
