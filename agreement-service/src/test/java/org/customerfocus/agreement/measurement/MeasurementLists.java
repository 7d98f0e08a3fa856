package org.customerfocus.agreement.measurement;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class MeasurementLists {

  public static final Fields FIELDS = MeasurementRepository.FIELDS;

  private MeasurementLists() {}
}
