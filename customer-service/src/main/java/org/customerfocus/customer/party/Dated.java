package org.customerfocus.customer.party;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What holds from a first day to the first day on which it holds no more; absent is open.
interface Dated {

  @Nullable LocalDate validFrom();

  @Nullable LocalDate validTo();

  default boolean validOn(LocalDate day) {
    LocalDate from = validFrom();
    LocalDate to = validTo();
    return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
  }
}
