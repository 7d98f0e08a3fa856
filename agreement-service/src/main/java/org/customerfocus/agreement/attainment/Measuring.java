package org.customerfocus.agreement.attainment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How what was counted is held against a target. Everything is decided on exact fractions and
/// never on a rounding.
///
/// | figure | value | met when |
/// | --- | --- | --- |
/// | share | part / base of [Attainment] | target accepts part / base |
/// | quantile | part / base, where good values lie on the target's side | part / base ≥ percentile |
/// | mean | sum / good | target accepts sum / good |
/// | sum | sum | target accepts it; nothing at all sums to 0 |
/// | count | part | target accepts it; nothing at all is 0 |
///
/// "p95 ≤ T" is decided as share(≤ T) ≥ 95 %, and "p5 ≥ T" as share(≥ T) ≥ 95 %: the share that is
/// needed is `percentile` under a limit from above and 1 − `percentile` under one from below.
///
/// @param percentile of quantiles, 0 to 1
/// @param warning a value on the way to the target
/// @param tolerance how far the target may be missed without a breach, in its unit
/// @param minimum below so many that count nothing is said
public record Measuring(
    Figure figure,
    Bound target,
    @Nullable BigDecimal percentile,
    @Nullable BigDecimal warning,
    @Nullable BigDecimal tolerance,
    ExclusionEffect effect,
    UnknownAs unknownAs,
    int minimum) {

  /// What is made of the counts.
  public enum Figure {
    SHARE,
    QUANTILE,
    MEAN,
    SUM,
    COUNT
  }

  /// An exact fraction and what it says.
  ///
  /// @param denominator 0 where there is no value
  /// @param warned met, but not as far as the warning value
  public record Judgement(
      BigDecimal numerator, BigDecimal denominator, AttainmentStatus status, boolean warned) {}

  /// What the counts say.
  public Judgement judge(Counts counts) {
    Attainment attainment = Attainment.of(counts.tally(), effect, unknownAs);
    return switch (figure) {
      case SHARE -> fraction(attainment.part(), attainment.base(), attainment.base());
      case QUANTILE -> quantile(attainment, counts);
      case MEAN ->
          decide(counts.sum(), BigDecimal.valueOf(counts.tally().good()), counts.tally().good());
      case SUM -> decide(counts.sum(), BigDecimal.ONE, attainment.base());
      case COUNT ->
          decide(BigDecimal.valueOf(attainment.part()), BigDecimal.ONE, attainment.base());
    };
  }

  private Judgement fraction(long part, long base, long counted) {
    return decide(BigDecimal.valueOf(part), BigDecimal.valueOf(base), counted);
  }

  private Judgement decide(BigDecimal numerator, BigDecimal denominator, long counted) {
    if (denominator.signum() == 0 || counted < minimum) {
      return new Judgement(numerator, denominator, AttainmentStatus.INSUFFICIENT, false);
    }
    if (target.accepts(numerator, denominator)) {
      boolean warned =
          warning != null
              && !new Bound(target.comparator(), warning).accepts(numerator, denominator);
      return new Judgement(numerator, denominator, AttainmentStatus.MET, warned);
    }
    boolean tolerated =
        tolerance != null && target.within(tolerance).accepts(numerator, denominator);
    return new Judgement(
        numerator,
        denominator,
        tolerated ? AttainmentStatus.TOLERATED : AttainmentStatus.BREACHED,
        false);
  }

  private Judgement quantile(Attainment attainment, Counts counts) {
    BigDecimal part = BigDecimal.valueOf(attainment.part());
    BigDecimal base = BigDecimal.valueOf(attainment.base());
    if (attainment.base() == 0 || attainment.base() < minimum) {
      return new Judgement(part, base, AttainmentStatus.INSUFFICIENT, false);
    }
    Bound share = new Bound(Comparator.AT_LEAST, neededShare());
    if (share.accepts(part, base)) {
      boolean warned =
          warning != null
              && !share.accepts(part.subtract(BigDecimal.valueOf(counts.unwarned())), base);
      return new Judgement(part, base, AttainmentStatus.MET, warned);
    }
    boolean tolerated =
        tolerance != null && share.accepts(part.add(BigDecimal.valueOf(counts.tolerated())), base);
    return new Judgement(
        part, base, tolerated ? AttainmentStatus.TOLERATED : AttainmentStatus.BREACHED, false);
  }

  /// The share of values that have to lie on the target's side; the target itself for shares.
  public BigDecimal neededShare() {
    BigDecimal share = percentile == null ? BigDecimal.ONE : percentile;
    return switch (figure) {
      case QUANTILE -> target.isFloor() ? complement(share) : share;
      case SHARE, MEAN, SUM, COUNT -> target.value();
    };
  }

  private static BigDecimal complement(BigDecimal share) {
    // All of them: the least as well as the greatest.
    return share.compareTo(BigDecimal.ONE) == 0 ? share : BigDecimal.ONE.subtract(share);
  }
}
