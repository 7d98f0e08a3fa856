package org.customerfocus.acceptance;

/// The valid requests of survey links.
final class LinkFixtures {

  private LinkFixtures() {}

  static void fill(Fixtures table) {
    table
        .plain("listSurveyLinks")
        .with(FixtureTable::ofPublishedSurvey, "createSurveyLink")
        .on("createSurveyLink", "getSurveyLink", "updateSurveyLink");
  }
}
