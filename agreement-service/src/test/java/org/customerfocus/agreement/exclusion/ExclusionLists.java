package org.customerfocus.agreement.exclusion;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class ExclusionLists {

  public static final Fields FIELDS = ExclusionRepository.FIELDS;

  private ExclusionLists() {}
}
