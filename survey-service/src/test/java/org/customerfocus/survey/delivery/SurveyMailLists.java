package org.customerfocus.survey.delivery;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class SurveyMailLists {

  public static final Fields FIELDS = MailRepository.FIELDS;

  private SurveyMailLists() {}
}
