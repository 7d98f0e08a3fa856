package org.customerfocus.customer.interaction;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class InteractionLists {

  public static final Fields FIELDS = InteractionRepository.FIELDS;

  private InteractionLists() {}
}
