package org.customerfocus.survey.feedback;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class FeedbackLists {

  public static final Fields FIELDS = FeedbackRepository.FIELDS;

  private FeedbackLists() {}
}
