package org.customerfocus.customer.relationship;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class CustomerLists {

  public static final Fields FIELDS = CustomerFields.OWN;

  public static final Fields AS_OF = CustomerFields.asOf(CustomerFields.OWN);

  /// Which memberships count: HQL over the membership `m` and the customer `e`.
  public static final String VALID_MEMBERSHIP = CustomerFields.ORGANIZATIONS.validMembership();

  private CustomerLists() {}
}
