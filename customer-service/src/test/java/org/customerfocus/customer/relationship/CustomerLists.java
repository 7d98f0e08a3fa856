package org.customerfocus.customer.relationship;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class CustomerLists {

  public static final Fields FIELDS = CustomerFields.OWN;

  private CustomerLists() {}
}
