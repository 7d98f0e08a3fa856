package org.customerfocus.customer.segment;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class SegmentLists {

  public static final Fields FIELDS = SegmentRepository.FIELDS;

  private SegmentLists() {}
}
