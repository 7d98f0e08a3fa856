package org.customerfocus.gateway.tenant;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.gateway.access.CredentialsChanged;
import org.customerfocus.gateway.access.Operator;
import org.customerfocus.gateway.apikey.CreatedApiKeyView;
import org.customerfocus.gateway.apikey.FirstKey;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Tenants, for the operator of the platform.
@Path("/v1/tenants")
@Tag(
    name = "Tenants",
    description = "Those who share the platform; made by its operator, with the operator's key.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class TenantResource {

  private final TenantRepository tenants;
  private final FirstKey firstKey;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;
  private final Event<CredentialsChanged> changes;

  TenantResource(
      TenantRepository tenants,
      FirstKey firstKey,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock,
      Event<CredentialsChanged> changes) {
    this.tenants = tenants;
    this.firstKey = firstKey;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
    this.changes = changes;
  }

  @GET
  @Operation(
      operationId = "listTenants",
      summary = "List tenants",
      description = "Filter and sort by handle, name, mode, status and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = Operator.SCOPE)
  public Page<TenantView> list(@BeanParam @Valid PageQuery query) {
    return tenants.list(query).map(TenantView::of);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createTenant",
      summary = "Create a tenant",
      description =
          "Makes the tenant and its first API key, which has the scope admin. The key's secret is in"
              + " this answer only: keep it safe.")
  @APIResponse(
      responseCode = "201",
      description = "The new tenant with its first key.",
      content = @Content(schema = @Schema(implementation = CreatedTenantView.class)))
  @SecurityRequirement(name = "bearer", scopes = Operator.SCOPE)
  public Response create(@NotNull @Valid TenantRequest request) {
    Tenant tenant = new Tenant(request, clock.instant());
    tenants.add(tenant);
    CreatedApiKeyView key = firstKey.make(tenant.id(), tenant.mode() == TenantMode.TEST);
    journal.record(Change.of("tenant", "created", tenant).detail(TenantView.of(tenant)));
    // A link to this handle may have been refused, and the refusal remembered, before.
    changes.fire(CredentialsChanged.ofTenant());
    return Answers.created(
        "/v1/tenants/" + tenant.id(), tenant.version(), CreatedTenantView.of(tenant, key));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getTenant",
      summary = "Get a tenant",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The tenant.",
      content = @Content(schema = @Schema(implementation = TenantView.class)))
  @SecurityRequirement(name = "bearer", scopes = Operator.SCOPE)
  public Response get(@PathParam("id") UUID id) {
    Tenant tenant = tenants.get(id);
    return Answers.ok(tenant.version(), TenantView.of(tenant));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/TenantPatch")))
  @Operation(
      operationId = "updateTenant",
      summary = "Change a tenant",
      description =
          "Changes its name, time zone or status. Handle and mode are fixed. The keys and links of a"
              + " suspended tenant are refused within 30 seconds at most.")
  @APIResponse(
      responseCode = "200",
      description = "The changed tenant.",
      content = @Content(schema = @Schema(implementation = TenantView.class)))
  @SecurityRequirement(name = "bearer", scopes = Operator.SCOPE)
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Tenant tenant = tenants.get(id);
    preconditions.requireMatch(tenant.version());
    boolean changed = tenant.change(patch.applyTo(tenant.asRequest()), clock.instant());
    TenantView view = TenantView.of(tenant);
    if (changed) {
      journal.record(Change.of("tenant", "updated", tenant).detail(view));
      changes.fire(CredentialsChanged.ofTenant());
    }
    return Answers.ok(tenant.version(), view);
  }
}
