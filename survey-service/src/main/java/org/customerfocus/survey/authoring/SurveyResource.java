package org.customerfocus.survey.authoring;

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

/// Surveys and their versions, over HTTP.
@Path("/v1/surveys")
@Tag(
    name = "Surveys",
    description = "Questionnaires, and the immutable versions that responses answer.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SurveyResource {

  private static final String ITEMS =
      """
      Makes a draft, which takes responses once a version of it is published. Give the items, or the \
      templateId of a ready questionnaire; what else you give then stands in place of what the \
      template says, and your translations beside its own.

      Items are read from top to bottom, up to five deep. What holds others: group (a section), \
      matrix (rows of one type with the same steps or options) and expectation-perception (two items \
      of type scale with the same steps, the expectation first). A statement is read only. Questions, \
      what each needs, and the member of an answer that carries its value: nps (0–10), ces (1–7), \
      csat (scale, topBoxes) and scale (scale): value; slider (limits min, max, step), number \
      and computed (expression; never asked): number; single-choice, multiple-choice and ranking \
      (options): optionCodes; constant-sum (options, limits.total): allocation; text, short-text, \
      email and phone: text; date: date; consent: accepted. An option with freeText takes otherText \
      beside it, an exclusive one stands alone, and every question takes nonAnswers of its own.

      showIf, skips, carryForward and expression are logic, in the Common Expression Language: \
      answers.<linkId> and respondent.<key> are what was answered and what is known, with an \
      underscore for every sign that is no letter or digit. A condition that cannot be told, because \
      an answer is missing, does not hold. Expressions look back only; they are type-checked when a \
      version is published.

      Texts that are not translated are shown in the survey's own language. A theme whose text \
      contrasts with its ground by less than 4.5 : 1 is refused.""";

  private final SurveyRepository surveys;
  private final SurveyMaking making;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  SurveyResource(
      SurveyRepository surveys,
      SurveyMaking making,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.surveys = surveys;
    this.making = making;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listSurveys",
      summary = "List surveys",
      description = "Filter and sort by name, status and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Page<SurveyView> list(@BeanParam @Valid PageQuery query) {
    return surveys.list(query).map(SurveyView::of);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "createSurvey", summary = "Create a survey", description = ITEMS)
  @APIResponse(
      responseCode = "201",
      description = "The new survey.",
      content = @Content(schema = @Schema(implementation = SurveyView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response create(@NotNull @Valid SurveyRequest request) {
    Survey survey = making.create(request);
    return Answers.created("/v1/surveys/" + survey.id(), survey.version(), SurveyView.of(survey));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getSurvey",
      summary = "Get a survey",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The survey.",
      content = @Content(schema = @Schema(implementation = SurveyView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response get(@PathParam("id") UUID id) {
    Survey survey = surveys.get(id);
    return Answers.ok(survey.version(), SurveyView.of(survey));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/SurveyPatch")))
  @Operation(
      operationId = "updateSurvey",
      summary = "Change a survey",
      description =
          "Questions and attributes take effect with the next published version, the anonymity"
              + " threshold at once. A status moves as allowedStatuses say.")
  @APIResponse(
      responseCode = "200",
      description = "The changed survey.",
      content = @Content(schema = @Schema(implementation = SurveyView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Survey survey = surveys.get(id);
    preconditions.requireMatch(survey.version());
    boolean changed = survey.change(patch.applyTo(survey.asRequest()), clock.instant());
    SurveyView view = SurveyView.of(survey);
    if (changed) {
      journal.record(Change.of("survey", "updated", survey).detail(view));
    }
    return Answers.ok(survey.version(), view);
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteSurvey",
      summary = "Delete a survey",
      description = "Only a survey of which nothing was published can be deleted.")
  @APIResponse(responseCode = "204", description = "The survey is gone.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response delete(@PathParam("id") UUID id) {
    Survey survey = surveys.get(id);
    preconditions.requireMatch(survey.version());
    if (survey.latestVersion() > 0) {
      throw new ProblemException(
          Problems.IN_USE,
          "The survey has %d published versions. Set its status to closed instead."
              .formatted(survey.latestVersion()));
    }
    surveys.remove(survey);
    journal.record(Change.of("survey", "deleted", survey));
    return Answers.noContent();
  }

  @POST
  @Path("/{id}/versions")
  @Command
  @Operation(
      operationId = "publishSurveyVersion",
      summary = "Publish a survey version",
      description =
          "Makes an immutable version of what the survey says now; responses answer it from then"
              + " on. A question keeps its type and scale under its linkId in all versions, so that"
              + " results can be compared across them.")
  @APIResponse(
      responseCode = "201",
      description = "The new version.",
      content = @Content(schema = @Schema(implementation = SurveyVersionView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response publish(@PathParam("id") UUID id) {
    SurveyVersion version = making.publish(surveys.get(id));
    return Answers.created("/v1/survey-versions/" + version.id(), 0, SurveyVersionView.of(version));
  }

  @GET
  @Path("/{id}/versions")
  @Operation(
      operationId = "listSurveyVersions",
      summary = "List the versions of a survey",
      description = "Filter and sort by number and publishedAt.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Page<SurveyVersionView> versions(
      @PathParam("id") UUID id, @BeanParam @Valid PageQuery query) {
    surveys.get(id);
    return surveys.listVersions(id, query).map(SurveyVersionView::of);
  }

  @GET
  @Path("/{id}/problems")
  @Operation(
      operationId = "getSurveyProblems",
      summary = "Look for what publishing would refuse",
      description =
          "Checks the survey as publishing does, and publishes nothing: expressions are compiled"
              + " and type-checked, look back only, and name what there is; ids keep what they mean"
              + " in published versions. A closed survey is not publishable, whatever it says.")
  @APIResponse(
      responseCode = "200",
      description = "What would be refused.",
      content = @Content(schema = @Schema(implementation = SurveyProblemsView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public SurveyProblemsView problems(@PathParam("id") UUID id) {
    return SurveyProblemsView.of(surveys.get(id), surveys.versions(id));
  }
}
