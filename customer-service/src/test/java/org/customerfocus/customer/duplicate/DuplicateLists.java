package org.customerfocus.customer.duplicate;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class DuplicateLists {

  public static final Fields FIELDS = DuplicateRepository.FIELDS;
  public static final Fields SCANS = DuplicateRepository.SCANS;

  private DuplicateLists() {}
}
