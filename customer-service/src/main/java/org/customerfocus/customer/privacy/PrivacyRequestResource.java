package org.customerfocus.customer.privacy;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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
import org.customerfocus.customer.party.PartyService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What parties ask for about their own data, over HTTP.
@Path("/v1/privacy-requests")
@Tag(
    name = "Privacy requests",
    description = "What parties ask for about their own data: all of it at once, or its erasure.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PrivacyRequestResource {

  private final PrivacyRequestRepository requests;
  private final PrivacyService privacy;
  private final Archive archive;
  private final PartyService parties;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  PrivacyRequestResource(
      PrivacyRequestRepository requests,
      PrivacyService privacy,
      Archive archive,
      PartyService parties,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.requests = requests;
    this.privacy = privacy;
    this.archive = archive;
    this.parties = parties;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listPrivacyRequests",
      summary = "List privacy requests",
      description = "Filter and sort by kind, partyId, status, dueOn and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "privacy:read")
  public Page<PrivacyRequestView> list(@BeanParam @Valid PageQuery query) {
    Page<PrivacyRequest> page = requests.list(query);
    Map<UUID, List<PrivacyRequestPart>> parts =
        requests.parts(page.items().stream().map(PrivacyRequest::id).toList());
    return page.map(each -> PrivacyRequestView.of(each, parts.getOrDefault(each.id(), List.of())));
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createPrivacyRequest",
      summary = "Record what a party asks for",
      description =
          "It is received, and due within a month. Setting its status to in-progress begins the"
              + " work; given here, it begins at once. An access or portability request is"
              + " completed when every service has handed in its part of the archive. An erasure"
              + " leaves a tombstone of the party; it is completed when every service has confirmed"
              + " that it has erased as well, and cannot be undone.")
  @APIResponse(
      responseCode = "201",
      description = "The new request.",
      content = @Content(schema = @Schema(implementation = PrivacyRequestView.class)))
  @SecurityRequirement(name = "bearer", scopes = "privacy:write")
  public Response create(@NotNull @Valid PrivacyRequestRequest body) {
    PrivacyRequestTerms terms = PrivacyRequestTerms.of(body, today());
    refuse(terms.faults(today()));
    if (parties.referred(terms.partyId(), "/partyId").erasedAt() != null) {
      throw ProblemException.invalid("/partyId", "this party is erased: nothing is left of it");
    }
    PrivacyRequest request = privacy.receive(terms);
    return Answers.created(
        "/v1/privacy-requests/" + request.id(), request.version(), view(request));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getPrivacyRequest",
      summary = "Get a privacy request",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The request.",
      content = @Content(schema = @Schema(implementation = PrivacyRequestView.class)))
  @SecurityRequirement(name = "bearer", scopes = "privacy:read")
  public Response get(@PathParam("id") UUID id) {
    PrivacyRequest request = requests.get(id);
    return Answers.ok(request.version(), view(request));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/PrivacyRequestPatch")))
  @Operation(
      operationId = "updatePrivacyRequest",
      summary = "Begin, refuse or change a privacy request",
      description =
          "The status moves as allowedStatuses says; a refusal needs its reason. Who asks and for"
              + " what stays.")
  @APIResponse(
      responseCode = "200",
      description = "The changed request.",
      content = @Content(schema = @Schema(implementation = PrivacyRequestView.class)))
  @SecurityRequirement(name = "bearer", scopes = "privacy:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    PrivacyRequest request = requests.get(id);
    preconditions.requireMatch(request.version());
    PrivacyRequestRequest before = request.terms().asRequest();
    PrivacyRequestRequest after = patch.applyTo(before);
    PrivacyRequest changed = after.equals(before) ? request : change(request, before, after);
    return Answers.ok(changed.version(), view(changed));
  }

  private PrivacyRequest change(
      PrivacyRequest request, PrivacyRequestRequest before, PrivacyRequestRequest after) {
    if (after.kind() != before.kind()) {
      throw ProblemException.invalid("/kind", "what is asked for stays; record another request");
    }
    if (!after.partyId().equals(before.partyId())) {
      throw ProblemException.invalid("/partyId", "who asks stays; record another request");
    }
    PrivacyRequestTerms terms = PrivacyRequestTerms.of(after, today());
    refuse(terms.faults(today()));
    request.change(terms, clock.instant());
    if (terms.status() != request.status()) {
      return privacy.become(request, terms.status());
    }
    journal.record(Change.of("privacy-request", "updated", request).detail(after));
    return request;
  }

  @GET
  @Path("/{id}/archive")
  @Operation(
      operationId = "getPrivacyRequestArchive",
      summary = "Get everything that is known of a party",
      description =
          "One archive for an access or portability request that has begun: every row that refers"
              + " to the party or its relationships, and refused rows of imports that name it, with the"
              + " audit of their changes, all at one moment; and what the other services have handed"
              + " in, each at one moment of its own. complete says whether all have.")
  @APIResponse(
      responseCode = "200",
      description = "The archive.",
      content = @Content(schema = @Schema(implementation = PrivacyArchiveView.class)))
  @SecurityRequirement(name = "bearer", scopes = "privacy:read")
  public Response archive(@PathParam("id") UUID id) {
    PrivacyRequest request = requests.get(id);
    archive.check(request);
    Instant now = clock.instant();
    StreamingOutput body = out -> archive.write(request, now, out);
    return Response.ok(body, MediaType.APPLICATION_JSON)
        .header(
            "Content-Disposition", "attachment; filename=\"privacy-request-%s.json\"".formatted(id))
        .build();
  }

  private PrivacyRequestView view(PrivacyRequest request) {
    return PrivacyRequestView.of(request, requests.parts(request.id()));
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static void refuse(List<FieldError> faults) {
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
  }
}
