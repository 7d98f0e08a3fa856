package org.customerfocus.acceptance;

/// Valid requests of survey templates, which come with the platform.
final class TemplateFixtures {

  private TemplateFixtures() {}

  static void fill(Fixtures table) {
    table
        .plain("listSurveyTemplates")
        .special(
            "getSurveyTemplate",
            (scene, get) -> Request.get(get.path().replace("{id}", "servqual")));
  }
}
