package org.customerfocus.agreement.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.customerfocus.conventions.money.Money;
import org.jspecify.annotations.Nullable;

/// What an agreement is worth over its term, in money: what whoever signs it must have the
/// authority for.
///
/// The value that the agreement states, if it states one. Otherwise, in each currency, the sum of
/// its compensation: an amount that is paid once as it is, one that is paid by the period times the
/// number of periods that begin within the term. Without an end of the term a periodical amount has
/// no bound.
///
/// @param amounts one for each currency, none where no money is agreed
/// @param unbounded whether it has no bound
record Worth(List<Money> amounts, boolean unbounded) {

  static Worth of(Term term, List<AgreedCompensation> compensation, @Nullable Money value) {
    if (value != null) {
      return new Worth(List.of(value), false);
    }
    Map<String, BigDecimal> sums = new TreeMap<>();
    boolean unbounded = false;
    for (AgreedCompensation part : compensation) {
      Money amount = part.amount();
      if (amount == null) {
        continue;
      }
      LocalDate end = term.end();
      String per = part.per();
      int times = 1;
      if (per != null && end != null) {
        times = Periods.begunWithin(term.start(), end, per);
      } else if (per != null) {
        unbounded |= amount.value().signum() > 0;
      }
      sums.merge(
          amount.currency(), amount.value().multiply(BigDecimal.valueOf(times)), BigDecimal::add);
    }
    List<Money> amounts = new ArrayList<>();
    sums.forEach((currency, sum) -> amounts.add(Money.of(sum, currency)));
    return new Worth(List.copyOf(amounts), unbounded);
  }
}
