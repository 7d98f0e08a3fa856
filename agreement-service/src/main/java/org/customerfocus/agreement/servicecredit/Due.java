package org.customerfocus.agreement.servicecredit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.customerfocus.agreement.attainment.AttainmentStatus;
import org.customerfocus.agreement.contract.CreditTerms;
import org.customerfocus.agreement.contract.CreditTier;
import org.customerfocus.agreement.credit.Attained;
import org.customerfocus.agreement.credit.CreditKind;
import org.customerfocus.agreement.credit.Remedy;
import org.customerfocus.agreement.credit.Tier;
import org.customerfocus.agreement.credit.Tiers;
import org.customerfocus.agreement.performance.PeriodDecided;
import org.customerfocus.conventions.money.Money;
import org.jspecify.annotations.Nullable;

/// What one result of a period gives by itself, under the terms of its commitment.
///
/// @param own in money; null where the charge that a share is taken of is not known yet, or where
///   it is not about money
/// @param claimBy when it lapses unless somebody claims it
record Due(
    @Nullable BigDecimal from,
    @Nullable BigDecimal below,
    @Nullable BigDecimal share,
    @Nullable BigDecimal base,
    @Nullable BigDecimal own,
    @Nullable String currency,
    @Nullable String compensation,
    @Nullable Instant claimBy) {

  static final Due NOTHING = new Due(null, null, null, null, null, null, null, null);

  /// A target that is met earns rewards and one that is breached credits; what is tolerated,
  /// inconclusive or insufficient gives neither.
  ///
  /// @return the kind of the tier that the result falls into, and what it gives
  static Optional<Of> of(CreditTerms terms, PeriodDecided decided) {
    boolean met = decided.status() == AttainmentStatus.MET;
    boolean decidable = met || decided.status() == AttainmentStatus.BREACHED;
    if (!decidable || decided.denominator().signum() <= 0) {
      return Optional.empty();
    }
    List<Tier> tiers = terms.asTiers();
    return new Tiers(tiers, terms.decimals())
        .of(new Attained(decided.numerator(), decided.denominator()), met)
        .map(
            tier ->
                new Of(
                    tier.kind(), of(terms.tiers().get(tiers.indexOf(tier)), terms, decided.at())));
  }

  /// @param kind who owes whom
  record Of(CreditKind kind, Due due) {}

  private static Due of(CreditTier tier, CreditTerms terms, Instant at) {
    Money fixed = tier.amount();
    Money base = tier.share() == null ? null : terms.base();
    BigDecimal own = fixed == null ? null : fixed.value();
    String currency = fixed == null ? null : fixed.currency();
    if (base != null && tier.share() != null) {
      own = new Remedy.Share(tier.share()).amount(base.value(), base.currency());
      currency = base.currency();
    }
    return new Due(
        tier.from(),
        tier.below(),
        tier.share(),
        base == null ? null : base.value(),
        own,
        currency,
        tier.compensation(),
        terms.claimBy() == null
            ? null
            : at.atOffset(ZoneOffset.UTC).plus(Period.parse(terms.claimBy())).toInstant());
  }
}
