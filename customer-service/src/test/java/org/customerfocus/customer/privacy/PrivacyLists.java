package org.customerfocus.customer.privacy;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class PrivacyLists {

  public static final Fields FIELDS = PrivacyRequestRepository.FIELDS;

  private PrivacyLists() {}
}
