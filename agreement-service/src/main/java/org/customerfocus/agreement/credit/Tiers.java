package org.customerfocus.agreement.credit;

import java.util.List;
import java.util.Optional;
import org.customerfocus.agreement.attainment.Bound;
import org.jspecify.annotations.Nullable;

/// The tiers of one commitment.
///
/// @param decimals to which an attainment is rounded (half-up) before it meets a tier; absent where
///   none were agreed: then it is not rounded at all
public record Tiers(List<Tier> tiers, @Nullable Integer decimals) {

  public Tiers {
    tiers = List.copyOf(tiers);
  }

  /// What is wrong with tiers beside a target: ranges that are empty, that lie on the wrong side of
  /// the target, overlap, or leave a gap. Empty where all is well.
  ///
  /// @param share whether an attainment lies between 0 and 1
  public static List<TierFault> faults(List<Tier> tiers, Bound target, boolean share) {
    return TierRules.faults(tiers, target, share);
  }

  /// The tier that an attainment falls into. A target that was met earns no credit, one that was
  /// missed no reward, even where a boundary belongs to both.
  ///
  /// @param met whether the target was met, decided elsewhere on the unrounded attainment
  public Optional<Tier> of(Attained attained, boolean met) {
    Attained compared = decimals == null ? attained : attained.rounded(decimals);
    CreditKind kind = met ? CreditKind.REWARD : CreditKind.CREDIT;
    return tiers.stream()
        .filter(tier -> tier.kind() == kind && tier.contains(compared))
        .findFirst();
  }
}
