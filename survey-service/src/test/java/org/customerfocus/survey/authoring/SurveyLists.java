package org.customerfocus.survey.authoring;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class SurveyLists {

  public static final Fields SURVEYS = SurveyRepository.SURVEYS;
  public static final Fields VERSIONS = SurveyRepository.VERSIONS;

  private SurveyLists() {}
}
