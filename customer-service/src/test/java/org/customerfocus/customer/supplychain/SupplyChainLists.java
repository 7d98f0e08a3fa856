package org.customerfocus.customer.supplychain;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class SupplyChainLists {

  public static final Fields PARTIES = SupplyChainRepository.PARTIES;

  private SupplyChainLists() {}
}
