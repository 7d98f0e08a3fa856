package org.customerfocus.survey.authoring;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.InvalidRequests;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.fhir.FhirQuestionnaires;
import org.customerfocus.survey.fhir.Reading;
import org.customerfocus.survey.questionnaire.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Surveys from FHIR Questionnaires, over HTTP.
@Path("/v1/fhir-questionnaires")
@Tag(name = "Surveys")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class FhirImportResource {

  private final SurveyRepository surveys;
  private final SurveyMaking making;
  private final Validator validator;

  FhirImportResource(SurveyRepository surveys, SurveyMaking making, Validator validator) {
    this.surveys = surveys;
    this.making = making;
    this.validator = validator;
  }

  @POST
  @Command
  @Consumes({FhirQuestionnaires.MEDIA_TYPE, MediaType.APPLICATION_JSON})
  @RequestBody(
      content = {
        @Content(
            mediaType = FhirQuestionnaires.MEDIA_TYPE,
            schema = @Schema(implementation = FhirQuestionnaire.class)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = FhirQuestionnaire.class))
      })
  @Operation(
      operationId = "createFhirQuestionnaire",
      summary = "Create a survey from a FHIR Questionnaire",
      description =
          "Makes a draft of a FHIR R5 Questionnaire. Groups, display items, and questions that are"
              + " answered by boolean, decimal, integer, date, string, text or coding are taken"
              + " over; conditions become expressions. What a survey has no member for is kept and"
              + " given back with the questionnaire of the survey and its versions. Refused is what"
              + " would change what is asked, or which answers are right, in a way that a survey"
              + " cannot keep to: other types of answers, value sets, questions within questions,"
              + " rules in FHIRPath, modifier extensions.")
  @APIResponse(
      responseCode = "201",
      description = "The new survey.",
      content = @Content(schema = @Schema(implementation = SurveyView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response create(@NotNull FhirDocument document) {
    Reading reading = FhirQuestionnaires.read(document.root());
    if (!reading.refused().isEmpty()) {
      throw ProblemException.invalid(
          reading.refused().stream().map(Violation::asFieldError).toList());
    }
    Survey survey = survey(reading);
    surveys.add(new FhirSource(survey.id(), document.text()));
    return Answers.created("/v1/surveys/" + survey.id(), survey.version(), SurveyView.of(survey));
  }

  private Survey survey(Reading reading) {
    try {
      SurveyRequest request = SurveyRequest.of(reading.survey());
      Set<ConstraintViolation<SurveyRequest>> violations = validator.validate(request);
      if (!violations.isEmpty()) {
        throw InvalidRequests.violationsOf(violations);
      }
      return making.create(request);
    } catch (ProblemException e) {
      // What is wrong with the survey is told in terms of the document.
      List<FieldError> errors =
          e.errors().stream()
              .map(
                  each ->
                      FieldError.at(
                          reading.place(each.pointer() == null ? "" : each.pointer()),
                          each.detail()))
              .toList();
      throw new ProblemException(e.type(), e.detail(), errors);
    }
  }
}
