package org.customerfocus.agreement.credit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.customerfocus.agreement.attainment.Bound;
import org.jspecify.annotations.Nullable;

/// What tiers have to be, so that each attainment lies in at most one of them and none that misses
/// the target falls between two.
final class TierRules {

  private static final Comparator<@Nullable BigDecimal> OPEN_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());

  private final List<Tier> tiers;
  private final Bound target;
  private final boolean share;
  private final List<TierFault> faults = new ArrayList<>();

  private TierRules(List<Tier> tiers, Bound target, boolean share) {
    this.tiers = tiers;
    this.target = target;
    this.share = share;
  }

  static List<TierFault> faults(List<Tier> tiers, Bound target, boolean share) {
    TierRules rules = new TierRules(tiers, target, share);
    for (int i = 0; i < tiers.size(); i++) {
      rules.checkRange(i);
      rules.checkSide(i);
    }
    if (rules.faults.isEmpty()) {
      for (CreditKind kind : CreditKind.values()) {
        rules.checkTogether(kind);
      }
    }
    return List.copyOf(rules.faults);
  }

  private void checkRange(int at) {
    Tier tier = tiers.get(at);
    if (tier.from() == null && tier.below() == null) {
      fault(at, "", "needs from, below, or both");
    } else if (tier.from() != null
        && tier.below() != null
        && tier.from().compareTo(tier.below()) >= 0) {
      fault(at, "below", "must be more than from");
    }
  }

  /// Credits lie on the side of the target that misses it, rewards on the other.
  private void checkSide(int at) {
    Tier tier = tiers.get(at);
    boolean under = higherIsBetter() == (tier.kind() == CreditKind.CREDIT);
    BigDecimal end = under ? tier.below() : tier.from();
    boolean inside =
        end != null
            && (under ? end.compareTo(target.value()) <= 0 : end.compareTo(target.value()) >= 0);
    if (!inside) {
      fault(
          at,
          under ? "below" : "from",
          under
              ? "must be at most the target, " + target.value().toPlainString()
              : "must be at least the target, " + target.value().toPlainString());
    }
  }

  private void checkTogether(CreditKind kind) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < tiers.size(); i++) {
      if (tiers.get(i).kind() == kind) {
        order.add(i);
      }
    }
    if (order.isEmpty()) {
      return;
    }
    order.sort(Comparator.comparing(i -> tiers.get(i).from(), OPEN_FIRST));
    for (int i = 1; i < order.size(); i++) {
      checkJoint(order.get(i - 1), order.get(i));
    }
    checkFarEnd(kind, order);
  }

  private void checkJoint(int lower, int upper) {
    BigDecimal end = tiers.get(lower).below();
    BigDecimal start = tiers.get(upper).from();
    if (end == null || start == null || end.compareTo(start) > 0) {
      fault(upper, "from", "overlaps with tier " + lower + "; each attainment has one tier");
    } else if (end.compareTo(start) < 0) {
      fault(
          upper,
          "from",
          "leaves a gap from %s; it must be %s"
              .formatted(end.toPlainString(), end.toPlainString()));
    }
  }

  /// What is worse than every credit tier, or better than every reward tier, may not be forgotten.
  private void checkFarEnd(CreditKind kind, List<Integer> order) {
    boolean lowEnd = higherIsBetter() == (kind == CreditKind.CREDIT);
    if (lowEnd) {
      BigDecimal from = tiers.get(order.getFirst()).from();
      if (from != null && !(share && from.signum() <= 0)) {
        fault(order.getFirst(), "from", "leaves a gap below it; leave from out");
      }
    } else {
      BigDecimal below = tiers.get(order.getLast()).below();
      if (below != null && !(share && below.compareTo(BigDecimal.ONE) > 0)) {
        fault(order.getLast(), "below", "leaves a gap above it; leave below out");
      }
    }
  }

  private boolean higherIsBetter() {
    return switch (target.comparator()) {
      case AT_LEAST, ABOVE -> true;
      case AT_MOST, BELOW -> false;
    };
  }

  private void fault(int tier, String member, String detail) {
    faults.add(new TierFault(tier, member, detail));
  }
}
