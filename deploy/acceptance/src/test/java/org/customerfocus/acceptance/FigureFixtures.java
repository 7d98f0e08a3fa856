package org.customerfocus.acceptance;

/// Valid requests of the figures that are made of a survey's answers.
final class FigureFixtures {

  private FigureFixtures() {}

  static void fill(Fixtures table) {
    table
        .on("createSurvey", "showSurveyResults", "printSurveyResults")
        .on("publishSurveyVersion", "showSurveyVersionResults", "printSurveyVersionResults");
    asking(table, "getSurveyTrend", "?period=week&timeZone=Europe/Zurich&question=recommend");
    asking(table, "getSurveyDrivers", "?outcome=recommend&item=overall&item=clean-hall");
    asking(table, "getScoreComparisons", "?question=recommend&splitBy=region");
    asking(table, "getSurveyCrossTab", "?row=region&column=best");
    asking(table, "getSurveyGaps", "");
    asking(table, "getSurveyIndex", "?component=overall:0.5&component=clean-hall:0.5");
    table.special("getSurveyWeightedResults", FigureFixtures::weighted);
  }

  private static void asking(Fixtures table, String operationId, String query) {
    table.special(
        operationId,
        (scene, get) ->
            Request.get(
                get.path()
                        .replace(
                            "{id}",
                            scene.perform("publishSurveyVersion").json().path("surveyId").asText())
                    + query));
  }

  /// Of the north, where the example's respondent is.
  private static Request weighted(Fixtures.Scene scene, Operation get) {
    String survey = scene.perform("createResponse").json().path("surveyId").asText();
    return Request.get(get.path().replace("{id}", survey) + "?target=region:north:1200");
  }
}
