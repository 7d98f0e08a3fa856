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

/// Surveys as FHIR Questionnaires, over HTTP.
@Path("/v1/surveys/{id}/fhir-questionnaire")
@Tag(name = "Surveys")
@RunOnVirtualThread
@Produces(FhirQuestionnaires.MEDIA_TYPE)
public class FhirExportResource {

  private final SurveyRepository surveys;

  FhirExportResource(SurveyRepository surveys) {
    this.surveys = surveys;
  }

  @GET
  @Operation(
      operationId = "getSurveyFhirQuestionnaire",
      summary = "Get a survey as a FHIR Questionnaire",
      description =
          "What the next version will be, as a FHIR R5 Questionnaire of the status draft, from"
              + " which the same survey can be made again.")
  @APIResponse(
      responseCode = "200",
      description = "The questionnaire.",
      content =
          @Content(
              mediaType = FhirQuestionnaires.MEDIA_TYPE,
              schema = @Schema(implementation = FhirQuestionnaire.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public String get(@PathParam("id") UUID id) {
    Survey survey = surveys.get(id);
    return FhirExport.write(
        survey,
        surveys.fhirSource(id),
        survey.name(),
        survey.description(),
        survey.definition(),
        survey.latestVersion() + 1,
        "draft");
  }
}
