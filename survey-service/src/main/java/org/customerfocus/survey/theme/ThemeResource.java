package org.customerfocus.survey.theme;

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
import org.customerfocus.conventions.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Themes, over HTTP.
@Path("/v1/themes")
@Tag(name = "Themes")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ThemeResource {

  private static final String TYPE = "theme";

  private final ThemeRepository themes;
  private final ThemeService service;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  ThemeResource(
      ThemeRepository themes,
      ThemeService service,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.themes = themes;
    this.service = service;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listThemes",
      summary = "List themes",
      description =
          "With how many speak of each, its effect on the score, and examples. Filter by analysisId,"
              + " name, language, pinned, mergedIntoThemeId, mentions and createdAt; sort by all of"
              + " these but mergedIntoThemeId. Mentions below the threshold count as 0 there.")
  @SecurityRequirement(name = "bearer", scopes = "feedback:read")
  public Page<ThemeView> list(@BeanParam @Valid PageQuery query) {
    Page<Theme> page = themes.themes(query);
    return new Page<>(service.views(page.items()), page.nextCursor(), page.total());
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createTheme",
      summary = "Make a theme of one's own",
      description =
          "By the words and phrases that speak of it, in any form of theirs. The analysis is computed"
              + " again, and then tells how many do.")
  @APIResponse(
      responseCode = "201",
      description = "The new theme.",
      content = @Content(schema = @Schema(implementation = ThemeView.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:write")
  public Response create(@NotNull @Valid ThemeRequest request) {
    ThemeAnalysis analysis;
    try {
      analysis = themes.analysis(request.analysisId());
    } catch (ProblemException e) {
      throw ProblemException.invalid("/analysisId", e.detail());
    }
    String language = service.language(request, analysis);
    List<ThemeTerm> terms = service.terms(request.terms(), language, List.of());
    Theme theme = new Theme(request, language, terms, clock.instant());
    themes.add(theme);
    if (request.mergedIntoThemeId() != null) {
      service.checkMerge(theme, request.mergedIntoThemeId());
      theme.mergeInto(request.mergedIntoThemeId(), clock.instant());
      themes.flush();
    }
    service.queueAgain(analysis.id());
    ThemeView view = service.view(theme);
    journal.record(Change.of(TYPE, "created", theme).data(of(theme)).detail(request));
    return Answers.created("/v1/themes/" + theme.id(), theme.version(), view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getTheme",
      summary = "Get a theme",
      description = "With how many speak of it, its effect on the score, and examples.")
  @APIResponse(
      responseCode = "200",
      description = "The theme.",
      content = @Content(schema = @Schema(implementation = ThemeView.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:read")
  public Response get(@PathParam("id") UUID id) {
    Theme theme = themes.theme(id);
    return Answers.ok(theme.version(), service.view(theme));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/ThemePatch")))
  @Operation(
      operationId = "updateTheme",
      summary = "Name, pin or merge a theme",
      description =
          "What a person did to a theme stays when its analysis is computed again. Other terms, or"
              + " merging it into another theme, have it computed again.")
  @APIResponse(
      responseCode = "200",
      description = "The changed theme.",
      content = @Content(schema = @Schema(implementation = ThemeView.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Theme theme = themes.theme(id);
    preconditions.requireMatch(theme.version());
    ThemeRequest before = theme.asRequest();
    ThemeRequest after = patch.applyTo(before);
    if (after.equals(before)) {
      return Answers.ok(theme.version(), service.view(theme));
    }
    if (!after.analysisId().equals(before.analysisId())) {
      throw ProblemException.invalid("/analysisId", "stays; make another theme");
    }
    if (!Objects.equals(after.language(), before.language())) {
      throw ProblemException.invalid("/language", "stays; make another theme");
    }
    UUID into = after.mergedIntoThemeId();
    if (into != null && !into.equals(before.mergedIntoThemeId())) {
      service.checkMerge(theme, into);
    }
    boolean worded = !after.terms().equals(before.terms());
    List<ThemeTerm> terms = service.terms(after.terms(), theme.language(), theme.terms());
    boolean pinned = worded || after.pinned() == null || after.pinned();
    theme.change(after.name(), pinned, terms, into, clock.instant());
    themes.flush();
    if (worded || !Objects.equals(into, before.mergedIntoThemeId())) {
      service.queueAgain(theme.analysisId());
    }
    ThemeView view = service.view(theme);
    journal.record(Change.of(TYPE, "updated", theme).data(of(theme)).detail(after));
    return Answers.ok(theme.version(), view);
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteTheme",
      summary = "Delete a theme",
      description =
          "One that is found again comes back; merge it into another to be rid of it. 409 while an"
              + " improvement names it as its evidence.")
  @APIResponse(responseCode = "204", description = "The theme is gone.")
  @SecurityRequirement(name = "bearer", scopes = "feedback:write")
  public Response delete(@PathParam("id") UUID id) {
    Theme theme = themes.theme(id);
    preconditions.requireMatch(theme.version());
    if (themes.named(theme.analysisId()).contains(id)) {
      throw new ProblemException(
          Problems.IN_USE, "It is still referred to by: evidence of improvements.");
    }
    themes.remove(theme);
    journal.record(Change.of(TYPE, "deleted", theme).data(of(theme)));
    return Answers.noContent();
  }

  private static Map<String, Object> of(Theme theme) {
    return Map.of("analysisId", theme.analysisId());
  }
}
