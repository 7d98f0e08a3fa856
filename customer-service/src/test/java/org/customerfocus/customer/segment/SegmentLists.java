package org.customerfocus.customer.segment;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class SegmentLists {

  public static final Fields FIELDS = SegmentRepository.FIELDS;

  public static final Fields MEMBERS = SegmentRepository.MEMBERS;

  public static final Fields CHANGES = SegmentRepository.CHANGES;

  public static final Fields OF_CUSTOMER = SegmentRepository.OF_CUSTOMER;

  private SegmentLists() {}
}
