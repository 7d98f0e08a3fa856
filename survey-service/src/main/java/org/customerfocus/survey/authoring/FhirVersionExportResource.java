package org.customerfocus.survey.authoring;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.customerfocus.survey.fhir.FhirQuestionnaires;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Survey versions as FHIR Questionnaires, over HTTP.
@Path("/v1/survey-versions/{id}/fhir-questionnaire")
@Tag(name = "Surveys")
@RunOnVirtualThread
@Produces(FhirQuestionnaires.MEDIA_TYPE)
public class FhirVersionExportResource {

  private final SurveyRepository surveys;

  FhirVersionExportResource(SurveyRepository surveys) {
    this.surveys = surveys;
  }

  @GET
  @Operation(
      operationId = "getSurveyVersionFhirQuestionnaire",
      summary = "Get a survey version as a FHIR Questionnaire",
      description =
          "A FHIR R5 Questionnaire from which the same survey can be made again. All versions of a"
              + " survey share the url; the version is the number, or what it was in the document"
              + " that the survey was made from. The status is active while responses are taken,"
              + " then retired. Expressions are of the language text/cel.")
  @APIResponse(
      responseCode = "200",
      description = "The questionnaire.",
      content =
          @Content(
              mediaType = FhirQuestionnaires.MEDIA_TYPE,
              schema = @Schema(implementation = FhirQuestionnaire.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public String get(@PathParam("id") UUID id) {
    SurveyVersion version = surveys.version(id);
    Survey survey = surveys.get(version.surveyId());
    String status = survey.status() == SurveyStatus.CLOSED ? "retired" : "active";
    return FhirExport.write(
        survey,
        surveys.fhirSource(survey.id()),
        version.name(),
        version.description(),
        version.definition(),
        version.number(),
        status);
  }
}
