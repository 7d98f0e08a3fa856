package org.customerfocus.agreement.credit;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A half-open range [from, below) of attainment and what it gives.
///
/// @param from the least that belongs to it; absent for no lower end
/// @param below the least that no longer does; absent for no upper end
public record Tier(
    CreditKind kind, @Nullable BigDecimal from, @Nullable BigDecimal below, Remedy remedy) {

  boolean contains(Attained attained) {
    return (from == null || attained.compareTo(from) >= 0)
        && (below == null || attained.compareTo(below) < 0);
  }
}
