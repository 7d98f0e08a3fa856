package org.customerfocus.customer.offering;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class OfferingLists {

  public static final Fields FIELDS = OfferingRepository.FIELDS;

  private OfferingLists() {}
}
