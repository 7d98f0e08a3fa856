package org.customerfocus.acceptance;

/// The valid requests of writing surveys down, beyond making and publishing them.
final class AuthoringFixtures {

  private AuthoringFixtures() {}

  static void fill(Fixtures table) {
    table
        .on("createSurvey", "getSurveyProblems", "getSurveyFhirQuestionnaire")
        .on("publishSurveyVersion", "getSurveyVersionChanges", "getSurveyVersionFhirQuestionnaire")
        .plain("createFhirQuestionnaire");
  }
}
