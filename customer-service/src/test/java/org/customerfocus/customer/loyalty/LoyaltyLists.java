package org.customerfocus.customer.loyalty;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class LoyaltyLists {

  public static final Fields PURCHASES = PurchaseRepository.FIELDS;
  public static final Fields REFERRALS = ReferralRepository.FIELDS;

  private LoyaltyLists() {}
}
