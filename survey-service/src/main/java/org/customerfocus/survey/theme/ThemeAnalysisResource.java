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

/// What is grouped into themes, over HTTP.
@Path("/v1/theme-analyses")
@Tag(name = "Themes", description = "What many say in their own words, counted and shown.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ThemeAnalysisResource {

  private static final String TYPE = "theme-analysis";

  private final ThemeRepository themes;
  private final ThemeService service;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  ThemeAnalysisResource(
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
      operationId = "listThemeAnalyses",
      summary = "List theme analyses",
      description =
          "Filter by name, source, surveyId, status and createdAt; sort by name, source, status and"
              + " createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "feedback:read")
  public Page<ThemeAnalysisView> list(@BeanParam @Valid PageQuery query) {
    return themes.analyses(query).map(ThemeAnalysis::view);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createThemeAnalysis",
      summary = "Group texts into themes",
      description =
          "The open answers to a survey, or feedback. The themes are there once its status is done;"
              + " they are those of each language, by the words and phrases that many use.")
  @APIResponse(
      responseCode = "201",
      description = "The new analysis.",
      content = @Content(schema = @Schema(implementation = ThemeAnalysisView.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:write")
  public Response create(@NotNull @Valid ThemeAnalysisRequest request) {
    ThemeAnalysis analysis = new ThemeAnalysis(request, threshold(request), clock.instant());
    themes.add(analysis);
    service.queue(analysis);
    ThemeAnalysisView view = analysis.view();
    journal.record(Change.of(TYPE, "created", analysis).detail(view));
    return Answers.created("/v1/theme-analyses/" + analysis.id(), analysis.version(), view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getThemeAnalysis",
      summary = "Get a theme analysis",
      description =
          "With how far it is. Its themes are listed under themes, by analysisId. The ETag is that of"
              + " its own description: leave If-None-Match out to follow the status.")
  @APIResponse(
      responseCode = "200",
      description = "The analysis.",
      content = @Content(schema = @Schema(implementation = ThemeAnalysisView.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:read")
  public Response get(@PathParam("id") UUID id) {
    ThemeAnalysis analysis = themes.analysis(id);
    return Answers.ok(analysis.version(), analysis.view());
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/ThemeAnalysisPatch")))
  @Operation(
      operationId = "updateThemeAnalysis",
      summary = "Change a theme analysis, or have it computed again",
      description =
          "With the status queued, or another selection of texts, its themes are computed again."
              + " Those that a person named, pinned or merged stay, with what is counted now.")
  @APIResponse(
      responseCode = "200",
      description = "The changed analysis.",
      content = @Content(schema = @Schema(implementation = ThemeAnalysisView.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    ThemeAnalysis analysis = themes.lock(id);
    preconditions.requireMatch(analysis.version());
    ThemeAnalysisRequest before = analysis.asRequest();
    ThemeAnalysisRequest after = patch.applyTo(before);
    if (!after.equals(before)) {
      if (analysis.change(after, threshold(after), clock.instant())) {
        service.queue(analysis);
      }
      themes.flush();
      journal.record(Change.of(TYPE, "updated", analysis).detail(analysis.view()));
    }
    return Answers.ok(analysis.version(), analysis.view());
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteThemeAnalysis",
      summary = "Delete a theme analysis",
      description = "With its themes, unless an improvement names one as its evidence.")
  @APIResponse(responseCode = "204", description = "The analysis is gone.")
  @SecurityRequirement(name = "bearer", scopes = "feedback:write")
  public Response delete(@PathParam("id") UUID id) {
    ThemeAnalysis analysis = themes.lock(id);
    preconditions.requireMatch(analysis.version());
    if (!themes.named(id).isEmpty()) {
      throw new ProblemException(
          Problems.IN_USE, "It is still referred to by: evidence of improvements.");
    }
    themes.remove(analysis);
    journal.record(Change.of(TYPE, "deleted", analysis));
    return Answers.noContent();
  }

  private int threshold(ThemeAnalysisRequest request) {
    List<FieldError> faults = request.faults();
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    int threshold = service.asked(request).threshold();
    List<FieldError> cut = request.cutDays();
    if (threshold > 1 && !cut.isEmpty()) {
      throw ProblemException.invalid(cut);
    }
    return threshold;
  }
}
