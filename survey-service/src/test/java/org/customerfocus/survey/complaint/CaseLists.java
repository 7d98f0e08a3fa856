package org.customerfocus.survey.complaint;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class CaseLists {

  public static final Fields CASES = CaseRepository.FIELDS;

  public static final Fields COMMENTS = CommentRepository.FIELDS;

  private CaseLists() {}
}
