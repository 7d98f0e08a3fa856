package org.customerfocus.customer;

import org.customerfocus.conventions.page.Fields;
import org.customerfocus.customer.offering.OfferingLists;

/// The fields of all lists of this service.
final class ListFields {

  private ListFields() {}

  static Fields[] all() {
    return new Fields[] {OfferingLists.FIELDS};
  }
}
