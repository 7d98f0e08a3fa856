package org.customerfocus.agreement.metric;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class MetricLists {

  public static final Fields FIELDS = MetricRepository.FIELDS;

  private MetricLists() {}
}
