package org.customerfocus.survey.feedbackimport;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class FeedbackImportLists {

  public static final Fields IMPORTS = FeedbackImportRepository.IMPORTS;

  public static final Fields REFUSED = FeedbackImportRepository.REFUSED;

  private FeedbackImportLists() {}
}
