package org.customerfocus.gateway.apikey;

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
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.gateway.access.Credentials;
import org.customerfocus.gateway.access.CredentialsChanged;
import org.customerfocus.gateway.access.KeySecret;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The API keys of the caller's tenant.
@Path("/v1/api-keys")
@Tag(name = "API keys", description = "The credentials of a tenant's programs.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeyResource {

  private final ApiKeyRepository keys;
  private final Credentials credentials;
  private final CurrentCaller current;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;
  private final Event<CredentialsChanged> changes;

  ApiKeyResource(
      ApiKeyRepository keys,
      Credentials credentials,
      CurrentCaller current,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock,
      Event<CredentialsChanged> changes) {
    this.keys = keys;
    this.credentials = credentials;
    this.current = current;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
    this.changes = changes;
  }

  @GET
  @Operation(
      operationId = "listApiKeys",
      summary = "List API keys",
      description = "Filter and sort by name, prefix, status and createdAt. Secrets are not shown.")
  @SecurityRequirement(name = "bearer", scopes = Credentials.ADMIN)
  public Page<ApiKeyView> list(@BeanParam @Valid PageQuery query) {
    return keys.list(query).map(ApiKeyView::of);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createApiKey",
      summary = "Create an API key",
      description =
          "The secret is in this answer only; what is kept of it is a digest. A key cannot be given"
              + " scopes that its maker lacks.")
  @APIResponse(
      responseCode = "201",
      description = "The new key with its secret.",
      content = @Content(schema = @Schema(implementation = CreatedApiKeyView.class)))
  @SecurityRequirement(name = "bearer", scopes = Credentials.ADMIN)
  public Response create(@NotNull @Valid ApiKeyRequest request) {
    Caller caller = current.get();
    ScopeRules.check(request.scopes(), credentials.grantable(), caller.scopes());
    KeySecret secret = KeySecret.generate(caller.test());
    ApiKey key = new ApiKey(request, secret, clock.instant());
    keys.add(key);
    journal.record(Change.of("api-key", "created", key).detail(ApiKeyView.of(key)));
    return Answers.created(
        "/v1/api-keys/" + key.id(), key.version(), CreatedApiKeyView.of(key, secret.secret()));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getApiKey",
      summary = "Get an API key",
      description = "Shows its visible prefix, never its secret.")
  @APIResponse(
      responseCode = "200",
      description = "The key.",
      content = @Content(schema = @Schema(implementation = ApiKeyView.class)))
  @SecurityRequirement(name = "bearer", scopes = Credentials.ADMIN)
  public Response get(@PathParam("id") UUID id) {
    ApiKey key = keys.get(id);
    return Answers.ok(key.version(), ApiKeyView.of(key));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/ApiKeyPatch")))
  @Operation(
      operationId = "updateApiKey",
      summary = "Change an API key",
      description =
          "Changes its name or expiry, or revokes it by status revoked, which is final and takes"
              + " effect within 30 seconds at most. Scopes are fixed.")
  @APIResponse(
      responseCode = "200",
      description = "The changed key.",
      content = @Content(schema = @Schema(implementation = ApiKeyView.class)))
  @SecurityRequirement(name = "bearer", scopes = Credentials.ADMIN)
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    ApiKey key = keys.get(id);
    preconditions.requireMatch(key.version());
    boolean changed = key.change(patch.applyTo(key.asRequest()), clock.instant());
    ApiKeyView view = ApiKeyView.of(key);
    if (changed) {
      journal.record(Change.of("api-key", "updated", key).detail(view));
      changes.fire(new CredentialsChanged(key.secretDigest()));
    }
    return Answers.ok(key.version(), view);
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteApiKey",
      summary = "Revoke an API key",
      description =
          "Takes effect within 30 seconds at most. The key stays listed as revoked, since the audit"
              + " names it.")
  @APIResponse(responseCode = "204", description = "The key is revoked.")
  @SecurityRequirement(name = "bearer", scopes = Credentials.ADMIN)
  public Response delete(@PathParam("id") UUID id) {
    ApiKey key = keys.get(id);
    preconditions.requireMatch(key.version());
    if (key.revoke(clock.instant())) {
      journal.record(Change.of("api-key", "revoked", key));
      changes.fire(new CredentialsChanged(key.secretDigest()));
    }
    return Answers.noContent();
  }
}
