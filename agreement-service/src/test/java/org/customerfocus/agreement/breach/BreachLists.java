package org.customerfocus.agreement.breach;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class BreachLists {

  public static final Fields FIELDS = BreachRepository.FIELDS;

  private BreachLists() {}
}
