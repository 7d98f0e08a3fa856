package org.customerfocus.customer.figures;

import org.customerfocus.conventions.wire.WireEnum;

/// What puts a customer into the cohort of a period.
enum CohortBy implements WireEnum {
  /// The first purchase ever lies in it.
  FIRST_PURCHASE,
  /// The first day as a current customer lies in it.
  BECAME_CURRENT
}
