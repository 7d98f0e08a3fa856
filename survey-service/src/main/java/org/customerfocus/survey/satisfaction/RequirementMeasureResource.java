package org.customerfocus.survey.satisfaction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.questionnaire.Item;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Which questions tell how far requirements are met, over HTTP.
@Path("/v1/requirement-measures")
@Tag(name = "Satisfaction")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class RequirementMeasureResource {

  private final RequirementMeasureRepository measures;
  private final DueWorkRepository work;
  private final CurrentCaller caller;
  private final PublishedSurveys surveys;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  RequirementMeasureResource(
      RequirementMeasureRepository measures,
      DueWorkRepository work,
      CurrentCaller caller,
      PublishedSurveys surveys,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.measures = measures;
    this.work = work;
    this.caller = caller;
    this.surveys = surveys;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listRequirementMeasures",
      summary = "List requirement measures",
      description = "Filter by requirementId and surveyId; filter and sort by createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Page<RequirementMeasureView> list(@BeanParam @Valid PageQuery query) {
    return measures.list(query).map(RequirementMeasureView::of);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createRequirementMeasure",
      summary = "Let a question tell how far a requirement is met",
      description =
          "From now on the registry is told how far the requirement is met whenever the answers to the"
              + " question, of all published versions, say something else: by all who answered and by"
              + " each segment that they were in when they were asked. See it there as the degree-met"
              + " of the requirement.")
  @APIResponse(
      responseCode = "201",
      description = "The new measure.",
      content = @Content(schema = @Schema(implementation = RequirementMeasureView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response create(@NotNull @Valid RequirementMeasureRequest request) {
    check(request);
    RequirementMeasure measure = new RequirementMeasure(request, clock.instant());
    measures.add(measure);
    work.schedule(DegreesMet.WORK, measure.id(), clock.instant(), caller.get().test());
    RequirementMeasureView view = RequirementMeasureView.of(measure);
    journal.record(
        Change.of("requirement-measure", "created", measure)
            .data(
                Map.of("surveyId", measure.surveyId(), "requirementId", measure.requirementId())));
    return Answers.created("/v1/requirement-measures/" + measure.id(), measure.version(), view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getRequirementMeasure",
      summary = "Get a requirement measure",
      description = "With what it has told the registry last.")
  @APIResponse(
      responseCode = "200",
      description = "The measure.",
      content = @Content(schema = @Schema(implementation = RequirementMeasureView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response get(@PathParam("id") UUID id) {
    RequirementMeasure measure = measures.get(id);
    return Answers.ok(measure.version(), RequirementMeasureView.of(measure));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteRequirementMeasure",
      summary = "Delete a requirement measure",
      description = "What the registry was told stays there.")
  @APIResponse(responseCode = "204", description = "The measure is gone.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response delete(@PathParam("id") UUID id) {
    RequirementMeasure measure = measures.get(id);
    preconditions.requireMatch(measure.version());
    measures.remove(measure);
    journal.record(Change.of("requirement-measure", "deleted", measure));
    return Answers.noContent();
  }

  private void check(RequirementMeasureRequest request) {
    List<PublishedVersion> versions;
    try {
      versions = surveys.ofSurvey(request.surveyId());
    } catch (ProblemException e) {
      throw ProblemException.invalid("/surveyId", e.detail());
    }
    boolean asked =
        versions.stream()
            .map(version -> version.questionnaire().question(request.linkId()))
            .anyMatch(RequirementMeasureResource::onScale);
    if (!asked) {
      throw ProblemException.invalid(
          "/linkId", "No published version asks such a question that is answered on a scale.");
    }
  }

  private static boolean onScale(@org.jspecify.annotations.Nullable Item question) {
    return question != null && question.type().isScale();
  }
}
