package org.customerfocus.customer.merge;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class MergeLists {

  public static final Fields FIELDS = MergeRepository.FIELDS;

  private MergeLists() {}
}
