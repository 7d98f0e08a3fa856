package org.customerfocus.survey.contactrule;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.survey.segment.Segments;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Contact rules, over HTTP.
@Path("/v1/contact-rules")
@Tag(name = "Campaigns")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ContactRuleResource {

  private final ContactRuleRepository rules;
  private final ContactRuleService service;
  private final Segments segments;
  private final CurrentCaller caller;

  ContactRuleResource(
      ContactRuleRepository rules,
      ContactRuleService service,
      Segments segments,
      CurrentCaller caller) {
    this.rules = rules;
    this.service = service;
    this.segments = segments;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listContactRules",
      summary = "List contact rules",
      description = "Filter and sort by name and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Page<ContactRuleView> list(@BeanParam @Valid PageQuery query) {
    return rules.list(query).map(ContactRuleView::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createContactRule",
      summary = "Create a contact rule",
      description =
          "It holds from now on, for campaigns under way as well. Contacts made before count.")
  @APIResponse(
      responseCode = "201",
      description = "The new rule.",
      content = @Content(schema = @Schema(implementation = ContactRuleView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response create(@NotNull @Valid ContactRuleRequest request) {
    return service.create(request, segments.unknown(caller.get(), request.segments()));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getContactRule",
      summary = "Get a contact rule",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The rule.",
      content = @Content(schema = @Schema(implementation = ContactRuleView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response get(@PathParam("id") UUID id) {
    ContactRule rule = rules.get(id);
    return Answers.ok(rule.version(), ContactRuleView.of(rule));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/ContactRulePatch")))
  @Operation(
      operationId = "updateContactRule",
      summary = "Change a contact rule",
      description = "It holds as it is now for every later contact.")
  @APIResponse(
      responseCode = "200",
      description = "The changed rule.",
      content = @Content(schema = @Schema(implementation = ContactRuleView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    List<UUID> added = service.added(id, patch);
    return service.update(id, patch, segments.unknown(caller.get(), added));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "deleteContactRule",
      summary = "Delete a contact rule",
      description = "What it kept from being sent stays unsent.")
  @APIResponse(responseCode = "204", description = "The rule is gone.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response delete(@PathParam("id") UUID id) {
    return service.delete(id);
  }
}
