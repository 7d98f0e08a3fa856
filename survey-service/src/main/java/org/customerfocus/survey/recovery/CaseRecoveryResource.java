package org.customerfocus.survey.recovery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.recovery.RecoveryRepository.Asked;
import org.customerfocus.survey.statistics.Interval;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Whether those who complained were won back, over HTTP.
@Path("/v1/case-recovery")
@Tag(name = "Cases")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CaseRecoveryResource {

  private final PublishedSurveys surveys;
  private final RecoveryRepository pairs;

  CaseRecoveryResource(PublishedSurveys surveys, RecoveryRepository pairs) {
    this.surveys = surveys;
    this.pairs = pairs;
  }

  @GET
  @Operation(
      operationId = "getCaseRecovery",
      summary = "Tell how far those who complained were won back",
      description =
          "Over the people whose response opened a case by a rule, and who answered the survey that"
              + " they were invited to when it was closed: by a campaign whose trigger has"
              + " caseClosed, such as one of the template complaint-recovery. Both answers are"
              + " brought to a scale from 0 to 100.")
  @SecurityRequirement(name = "bearer", scopes = "cases:read")
  public CaseRecoveryView get(
      @NotNull
          @QueryParam("surveyId")
          @Parameter(description = "The survey whose responses opened the cases.")
          UUID surveyId,
      @NotNull
          @Size(min = 1, max = 64)
          @QueryParam("question")
          @Parameter(description = "Its question with a scale.", example = "recommend")
          String question,
      @NotNull
          @QueryParam("recoverySurveyId")
          @Parameter(description = "The survey that was answered afterwards.")
          UUID recoverySurveyId,
      @NotNull
          @Size(min = 1, max = 64)
          @QueryParam("recoveryQuestion")
          @Parameter(description = "Its question with a scale.", example = "stay")
          String recoveryQuestion) {
    List<PublishedVersion> before = versions("surveyId", surveyId);
    List<PublishedVersion> after = versions("recoverySurveyId", recoverySurveyId);
    Asked first = asked(surveyId, before, "question", question);
    Asked second = asked(recoverySurveyId, after, "recoveryQuestion", recoveryQuestion);
    Pairs found = pairs.pairs(first, second);
    int threshold =
        Math.max(before.getLast().anonymityThreshold(), after.getLast().anonymityThreshold());
    if (found.n() > 0 && found.n() < threshold) {
      Figure withheld =
          Figure.withheld(
              "points",
              "paired-mean/student-t",
              "Fewer than %d have answered both before and after.".formatted(threshold));
      return new CaseRecoveryView(withheld, null, null, null);
    }
    return new CaseRecoveryView(
        found.lift(first.span() * second.span(), Interval.DEFAULT_LEVEL),
        found.better(),
        found.same(),
        found.worse());
  }

  private List<PublishedVersion> versions(String parameter, UUID survey) {
    List<PublishedVersion> versions;
    try {
      versions = surveys.ofSurvey(survey);
    } catch (ProblemException e) {
      throw ProblemException.parameter(parameter, "there is no survey " + survey);
    }
    if (versions.isEmpty()) {
      throw ProblemException.parameter(parameter, "the survey has no published version yet");
    }
    return versions;
  }

  private static Asked asked(
      UUID survey, List<PublishedVersion> versions, String parameter, String linkId) {
    for (PublishedVersion version : versions.reversed()) {
      Item item = version.questionnaire().question(linkId);
      if (item != null && item.type().isScale()) {
        int min = item.answerScale().min();
        return new Asked(survey, linkId, min, item.answerScale().max() - min);
      }
    }
    throw ProblemException.parameter(
        parameter, "names no question of the survey that has a scale, such as one of type nps");
  }
}
