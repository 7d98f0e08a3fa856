package org.customerfocus.customer.attribute;

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
import java.time.InstantSource;
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
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Definitions of custom attributes, over HTTP.
@Path("/v1/attribute-definitions")
@Tag(
    name = "Attribute definitions",
    description = "Typed attributes that a tenant adds to its parties and customers.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AttributeDefinitionResource {

  private final AttributeRepository attributes;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  AttributeDefinitionResource(
      AttributeRepository attributes,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.attributes = attributes;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listAttributeDefinitions",
      summary = "List attribute definitions",
      description = "Filter and sort by target, code, type, label, required and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<AttributeDefinitionView> list(@BeanParam @Valid PageQuery query) {
    return attributes.list(query).map(AttributeDefinitionView::of);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createAttributeDefinition",
      summary = "Define an attribute",
      description =
          "From then on it is a member of attributes in parties or customers, and attribute.<code>"
              + " in their filters. Attributes of person, organization and party share their"
              + " codes: each code means one thing.")
  @APIResponse(
      responseCode = "201",
      description = "The new definition.",
      content = @Content(schema = @Schema(implementation = AttributeDefinitionView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid AttributeDefinitionRequest request) {
    refuse(request);
    AttributeDefinition definition = new AttributeDefinition(request, clock.instant());
    requireFree(definition);
    attributes.add(definition);
    AttributeDefinitionView view = AttributeDefinitionView.of(definition);
    journal.record(Change.of("attribute-definition", "created", definition).detail(view));
    return Answers.created(
        "/v1/attribute-definitions/" + definition.id(), definition.version(), view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getAttributeDefinition",
      summary = "Get an attribute definition",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The definition.",
      content = @Content(schema = @Schema(implementation = AttributeDefinitionView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    AttributeDefinition definition = attributes.get(id);
    return Answers.ok(definition.version(), AttributeDefinitionView.of(definition));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/AttributeDefinitionPatch")))
  @Operation(
      operationId = "updateAttributeDefinition",
      summary = "Change an attribute definition",
      description =
          "Target, code and type stay; an option goes only when nothing has it. New bounds hold"
              + " for what is recorded from then on.")
  @APIResponse(
      responseCode = "200",
      description = "The changed definition.",
      content = @Content(schema = @Schema(implementation = AttributeDefinitionView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    AttributeDefinition definition = attributes.get(id);
    preconditions.requireMatch(definition.version());
    AttributeDefinitionRequest after = patch.applyTo(definition.asRequest());
    if (!after.equals(definition.asRequest())) {
      change(definition, after);
    }
    return Answers.ok(definition.version(), AttributeDefinitionView.of(definition));
  }

  private void change(AttributeDefinition definition, AttributeDefinitionRequest after) {
    refuse(after);
    // Whoever records a value holds the definition as it is until the value is there to be seen.
    attributes.lock(definition);
    List<String> removed = definition.optionsRemovedBy(after);
    List<String> used = removed.isEmpty() ? List.of() : attributes.used(definition, removed);
    if (!used.isEmpty()) {
      throw new ProblemException(
          Problems.IN_USE,
          "Some have the option that is to go: %s. Record another one with them first."
              .formatted(String.join(", ", used)));
    }
    definition.change(after, clock.instant());
    journal.record(
        Change.of("attribute-definition", "updated", definition)
            .detail(AttributeDefinitionView.of(definition)));
  }

  private static void refuse(AttributeDefinitionRequest request) {
    List<FieldError> faults = request.faults();
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
  }

  private void requireFree(AttributeDefinition definition) {
    for (AttributeDefinition known :
        attributes.named(definition.owner(), List.of(definition.code()))) {
      throw new ProblemException(
          Problems.CONFLICT,
          "The code %s is taken by the attribute definition %s of %s."
              .formatted(known.code(), known.id(), known.target().wire()));
    }
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteAttributeDefinition",
      summary = "Delete an attribute definition",
      description = "Only an attribute without values can be deleted.")
  @APIResponse(responseCode = "204", description = "The definition is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("id") UUID id) {
    AttributeDefinition definition = attributes.get(id);
    preconditions.requireMatch(definition.version());
    attributes.remove(definition);
    journal.record(Change.of("attribute-definition", "deleted", definition));
    return Answers.noContent();
  }
}
