package org.customerfocus.survey.link;

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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Links to the respondent's page, over HTTP.
@Path("/v1/survey-links")
@Tag(
    name = "Survey links",
    description = "The addresses of the pages on which people answer, open or personal.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SurveyLinkResource {

  private final LinkRepository repository;
  private final Links links;
  private final PublishedSurveys surveys;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  SurveyLinkResource(
      LinkRepository repository,
      Links links,
      PublishedSurveys surveys,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.repository = repository;
    this.links = links;
    this.surveys = surveys;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listSurveyLinks",
      summary = "List survey links",
      description =
          "Filter by kind, surveyVersionId, campaignId, invitationId and createdAt; sort by kind,"
              + " surveyVersionId and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Page<SurveyLinkView> list(@BeanParam @Valid PageQuery query) {
    Instant now = clock.instant();
    return repository.list(query).map(link -> view(link, now));
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createSurveyLink",
      summary = "Create an open survey link",
      description =
          "Makes an address under which anybody can answer a published version: for a poster, a"
              + " shared screen (kiosk) or a web page. Personal links are made by campaigns.")
  @APIResponse(
      responseCode = "201",
      description = "The new link.",
      content = @Content(schema = @Schema(implementation = SurveyLinkView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response create(@NotNull @Valid SurveyLinkRequest request) {
    Instant now = clock.instant();
    if (request.status() != null && request.status() != LinkStatus.OPEN) {
      throw ProblemException.invalid("/status", "A link starts open.");
    }
    requireFuture(request.expiresAt(), now);
    try {
      surveys.version(request.surveyVersionId());
    } catch (ProblemException e) {
      throw ProblemException.invalid(
          "/surveyVersionId", "There is no survey version with this id.");
    }
    SurveyLink link =
        links.add(
            new SurveyLink(LinkKind.OPEN, request.surveyVersionId(), null, null, now)
                .terms(request.isKiosk(), request.expiresAt())
                .about(request.touchpointId(), request.offeringId()));
    repository.flush();
    journal.record(
        Change.of("survey-link", "created", link)
            .data(Map.of("surveyVersionId", link.surveyVersionId())));
    return Answers.created("/v1/survey-links/" + link.id(), link.version(), view(link, now));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getSurveyLink",
      summary = "Get a survey link",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The link.",
      content = @Content(schema = @Schema(implementation = SurveyLinkView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response get(@PathParam("id") UUID id) {
    SurveyLink link = repository.get(id);
    return Answers.ok(link.version(), view(link, clock.instant()));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/SurveyLinkPatch")))
  @Operation(
      operationId = "updateSurveyLink",
      summary = "Change or close a survey link",
      description =
          "Changes when it expires and whether it is for a shared screen; the status closed ends it"
              + " for good. Its survey version stays.")
  @APIResponse(
      responseCode = "200",
      description = "The changed link.",
      content = @Content(schema = @Schema(implementation = SurveyLinkView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    SurveyLink link = repository.get(id);
    preconditions.requireMatch(link.version());
    Instant now = clock.instant();
    SurveyLinkRequest before = link.asRequest(now);
    SurveyLinkRequest request = patch.applyTo(before);
    if (!Objects.equals(request.expiresAt(), before.expiresAt())) {
      requireFuture(request.expiresAt(), now);
    }
    boolean changed = link.change(request, now);
    repository.flush();
    SurveyLinkView view = view(link, now);
    if (changed) {
      journal.record(Change.of("survey-link", "updated", link));
    }
    return Answers.ok(link.version(), view);
  }

  private static void requireFuture(@Nullable Instant at, Instant now) {
    if (at != null && !at.isAfter(now)) {
      throw ProblemException.invalid("/expiresAt", "must lie in the future");
    }
  }

  private SurveyLinkView view(SurveyLink link, Instant now) {
    Links.Issued issued = links.issued(link);
    boolean known = Links.isCurrent(link, issued);
    return SurveyLinkView.of(
        link, known && link.kind() == LinkKind.OPEN ? issued.path() : null, now);
  }
}
