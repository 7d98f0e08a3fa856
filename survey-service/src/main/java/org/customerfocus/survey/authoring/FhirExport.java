package org.customerfocus.survey.authoring;

import java.util.UUID;
import org.customerfocus.survey.fhir.FhirQuestionnaires;
import org.customerfocus.survey.fhir.FhirSurvey;
import org.customerfocus.survey.fhir.FhirSurvey.Header;
import org.customerfocus.survey.questionnaire.Definition;
import org.jspecify.annotations.Nullable;

/// Writes what a survey says, or what a version of it said, as a FHIR Questionnaire.
final class FhirExport {

  private FhirExport() {}

  /// @param source the document that the survey was made from, if it was made from one
  static String write(
      Survey survey,
      @Nullable FhirSource source,
      String name,
      @Nullable String description,
      Definition definition,
      int number,
      String status) {
    // The usual threshold goes without saying.
    Integer threshold =
        survey.anonymityThreshold() == SurveyRequest.DEFAULT_THRESHOLD
            ? null
            : Integer.valueOf(survey.anonymityThreshold());
    return FhirQuestionnaires.write(
        new FhirSurvey(name, description, threshold, definition),
        header(survey.id(), number, status),
        source == null ? null : source.document());
  }

  static Header header(UUID surveyId, int number, String status) {
    return new Header("urn:uuid:" + surveyId, Integer.toString(number), status);
  }
}
