package org.customerfocus.survey.response;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class ResponseLists {

  public static final Fields FIELDS = ResponseRepository.FIELDS;

  public static final Fields REVISIONS = ResponseRepository.REVISIONS;

  private ResponseLists() {}
}
