package org.customerfocus.customer.need;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class NeedLists {

  public static final Fields NEEDS = NeedRepository.FIELDS;

  public static final Fields REQUIREMENTS = RequirementRepository.FIELDS;

  public static final Fields DEGREES_MET = DegreeMetRepository.FIELDS;

  private NeedLists() {}
}
