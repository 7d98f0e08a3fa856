package org.customerfocus.agreement.correction;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class CorrectionLists {

  public static final Fields FIELDS = CorrectionRepository.FIELDS;

  private CorrectionLists() {}
}
