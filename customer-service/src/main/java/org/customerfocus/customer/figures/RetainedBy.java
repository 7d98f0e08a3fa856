package org.customerfocus.customer.figures;

import org.customerfocus.conventions.wire.WireEnum;

/// What shows that a customer of a cohort is still one in a later period.
enum RetainedBy implements WireEnum {
  /// Being a current customer on its last day.
  LIFECYCLE,
  /// At least one purchase in it.
  PURCHASE
}
