package org.customerfocus.customer.stakeholder;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class StakeholderLists {

  public static final Fields FIELDS = StakeholderRepository.FIELDS;

  private StakeholderLists() {}
}
