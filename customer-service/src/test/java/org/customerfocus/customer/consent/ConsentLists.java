package org.customerfocus.customer.consent;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class ConsentLists {

  public static final Fields FIELDS = ConsentRepository.FIELDS;

  private ConsentLists() {}
}
