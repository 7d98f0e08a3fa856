package org.customerfocus.survey.link;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class LinkLists {

  public static final Fields FIELDS = LinkRepository.FIELDS;

  private LinkLists() {}
}
