package org.customerfocus.survey.followup;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class FollowUpLists {

  public static final Fields FIELDS = FollowUpRepository.FIELDS;

  private FollowUpLists() {}
}
