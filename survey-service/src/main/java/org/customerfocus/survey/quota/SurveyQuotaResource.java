package org.customerfocus.survey.quota;

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
import java.util.ArrayList;
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
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Quotas, over HTTP.
@Path("/v1/survey-quotas")
@Tag(name = "Survey quotas", description = "How many responses of which kind a survey takes.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SurveyQuotaResource {

  private final QuotaRepository quotas;
  private final PublishedSurveys surveys;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  SurveyQuotaResource(
      QuotaRepository quotas,
      PublishedSurveys surveys,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.quotas = quotas;
    this.surveys = surveys;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listSurveyQuotas",
      summary = "List survey quotas",
      description = "Filter and sort by surveyId, name and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Page<SurveyQuotaView> list(@BeanParam @Valid PageQuery query) {
    return quotas.list(query).map(SurveyQuotaView::of);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createSurveyQuota",
      summary = "Create a survey quota",
      description =
          "Limits how many whole responses of a kind the survey takes: of those whose attributes and"
              + " answers meet all conditions. Those that are there count. Once it is full, further"
              + " ones are answered 409 with the type quota-full.")
  @APIResponse(
      responseCode = "201",
      description = "The new quota.",
      content = @Content(schema = @Schema(implementation = SurveyQuotaView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response create(@NotNull @Valid SurveyQuotaRequest request) {
    check(request);
    quotas.stopResponses(request.surveyId());
    int counted = quotas.counted(request.surveyId(), request.conditionList());
    SurveyQuota quota = new SurveyQuota(request, counted, clock.instant());
    quotas.add(quota);
    SurveyQuotaView view = SurveyQuotaView.of(quota);
    journal.record(
        Change.of("survey-quota", "created", quota)
            .data(Map.of("surveyId", quota.surveyId()))
            .detail(view));
    return Answers.created("/v1/survey-quotas/" + quota.id(), quota.version(), view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getSurveyQuota",
      summary = "Get a survey quota",
      description =
          "With how many responses it has. The ETag is that of its own description, which stays while"
              + " responses are counted: leave If-None-Match out to follow the count.")
  @APIResponse(
      responseCode = "200",
      description = "The quota.",
      content = @Content(schema = @Schema(implementation = SurveyQuotaView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response get(@PathParam("id") UUID id) {
    SurveyQuota quota = quotas.get(id);
    return Answers.ok(quota.version(), SurveyQuotaView.of(quota));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/SurveyQuotaPatch")))
  @Operation(
      operationId = "updateSurveyQuota",
      summary = "Change a survey quota",
      description =
          "Changes its name and its limit; its conditions stay, since it was counted by them.")
  @APIResponse(
      responseCode = "200",
      description = "The changed quota.",
      content = @Content(schema = @Schema(implementation = SurveyQuotaView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    SurveyQuota quota = quotas.get(id);
    preconditions.requireMatch(quota.version());
    boolean changed = quota.change(patch.applyTo(quota.asRequest()), clock.instant());
    quotas.flush();
    SurveyQuotaView view = SurveyQuotaView.of(quota);
    if (changed) {
      journal.record(Change.of("survey-quota", "updated", quota).detail(view));
    }
    return Answers.ok(quota.version(), view);
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteSurveyQuota",
      summary = "Delete a survey quota",
      description = "The responses that it counted stay.")
  @APIResponse(responseCode = "204", description = "The quota is gone.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response delete(@PathParam("id") UUID id) {
    SurveyQuota quota = quotas.get(id);
    preconditions.requireMatch(quota.version());
    quotas.remove(quota);
    journal.record(Change.of("survey-quota", "deleted", quota));
    return Answers.noContent();
  }

  /// Each condition names a question or an attribute that a published version has, and one of its
  /// codes or steps.
  private void check(SurveyQuotaRequest request) {
    List<PublishedVersion> versions;
    try {
      versions = surveys.ofSurvey(request.surveyId());
    } catch (ProblemException e) {
      throw ProblemException.invalid("/surveyId", e.detail());
    }
    if (versions.isEmpty()) {
      throw ProblemException.invalid("/surveyId", "The survey has no published version yet.");
    }
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < request.conditionList().size(); i++) {
      QuotaCondition condition = request.conditionList().get(i);
      String pointer = "/conditions/" + i;
      if ((condition.linkId() == null) == (condition.attribute() == null)) {
        errors.add(FieldError.at(pointer, "It has either linkId or attribute."));
      } else if (versions.stream().noneMatch(each -> condition.canHold(each.questionnaire()))) {
        errors.add(
            FieldError.at(
                pointer,
                "No published version has this choice, scale or attribute with one of these codes."));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }
}
