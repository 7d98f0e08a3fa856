package org.customerfocus.customer.offering;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What is offered, over HTTP.
@Path("/v1/offerings")
@Tag(name = "Offerings", description = "Products, programs and services, in the customer's words.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class OfferingResource {

  private static final String LANGUAGE =
      "The languages to word it in, BCP 47 tags in order of preference; the offering's own text"
          + " where there is none of them.";

  private final OfferingRepository offerings;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  OfferingResource(
      OfferingRepository offerings,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.offerings = offerings;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listOfferings",
      summary = "List offerings",
      description =
          "Filter and sort by name, kind, status and createdAt. With language, each has its words in"
              + " that language.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<OfferingView> list(
      @BeanParam @Valid PageQuery query,
      @QueryParam("language")
          @Size(min = 1, max = 200)
          @Parameter(description = LANGUAGE, example = "de-CH,fr;q=0.5")
          @Nullable String language) {
    return offerings.list(query).map(offering -> view(offering, language));
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createOffering",
      summary = "Create an offering",
      description = "Describes a product, program or service in the customer's words.")
  @APIResponse(
      responseCode = "201",
      description = "The new offering.",
      content = @Content(schema = @Schema(implementation = OfferingView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid OfferingRequest request) {
    Offering offering = new Offering(request, clock.instant());
    offerings.add(offering);
    OfferingView view = OfferingView.of(offering);
    journal.record(Change.of("offering", "created", offering).detail(view));
    return Answers.created("/v1/offerings/" + offering.id(), offering.version(), view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getOffering",
      summary = "Get an offering",
      description =
          "With language, the answer has the words in that language. 304 when If-None-Match names"
              + " the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The offering.",
      content = @Content(schema = @Schema(implementation = OfferingView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(
      @PathParam("id") UUID id,
      @QueryParam("language")
          @Size(min = 1, max = 200)
          @Parameter(description = LANGUAGE, example = "de-CH,fr;q=0.5")
          @Nullable String language) {
    Offering offering = offerings.get(id);
    return Answers.ok(offering.version(), view(offering, language));
  }

  private static OfferingView view(Offering offering, @Nullable String language) {
    return language == null
        ? OfferingView.of(offering)
        : OfferingView.of(offering, OfferingWords.of(offering, OfferingWords.ranges(language)));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/OfferingPatch")))
  @Operation(
      operationId = "updateOffering",
      summary = "Change an offering",
      description = "A status moves as allowedStatuses say.")
  @APIResponse(
      responseCode = "200",
      description = "The changed offering.",
      content = @Content(schema = @Schema(implementation = OfferingView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Offering offering = offerings.get(id);
    preconditions.requireMatch(offering.version());
    boolean changed = offering.change(patch.applyTo(offering.asRequest()), clock.instant());
    OfferingView view = OfferingView.of(offering);
    if (changed) {
      journal.record(Change.of("offering", "updated", offering).detail(view));
    }
    return Answers.ok(offering.version(), view);
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteOffering",
      summary = "Delete an offering",
      description = "Only an offering that nothing refers to can be deleted.")
  @APIResponse(responseCode = "204", description = "The offering is gone.")
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response delete(@PathParam("id") UUID id) {
    Offering offering = offerings.get(id);
    preconditions.requireMatch(offering.version());
    offerings.remove(offering);
    journal.record(Change.of("offering", "deleted", offering));
    return Answers.noContent();
  }
}
