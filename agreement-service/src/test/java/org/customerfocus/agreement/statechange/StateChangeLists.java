package org.customerfocus.agreement.statechange;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class StateChangeLists {

  public static final Fields FIELDS = StateChangeRepository.FIELDS;

  private StateChangeLists() {}
}
