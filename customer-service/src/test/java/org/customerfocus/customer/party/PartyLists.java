package org.customerfocus.customer.party;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class PartyLists {

  public static final Fields FIELDS = PartyFields.OWN;

  public static final Fields VERSIONS = PartyVersionRepository.FIELDS;

  private PartyLists() {}
}
