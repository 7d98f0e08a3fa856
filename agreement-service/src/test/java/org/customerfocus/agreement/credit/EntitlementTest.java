package org.customerfocus.agreement.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EntitlementTest {

  private static final List<BigDecimal> TWO = List.of(new BigDecimal("30"), new BigDecimal("50"));

  @Test
  void addsUpOrTakesTheHighestWithinTheCaps() {
    assertThat(Entitlement.of(Stacking.ADD, TWO, null, null, BigDecimal.ZERO)).isEqualTo("80");
    assertThat(Entitlement.of(Stacking.HIGHEST, TWO, null, null, BigDecimal.ZERO)).isEqualTo("50");
    assertThat(Entitlement.of(Stacking.ADD, TWO, new BigDecimal("60"), null, BigDecimal.ZERO))
        .isEqualTo("60");
    BigDecimal term = new BigDecimal("100");
    assertThat(Entitlement.of(Stacking.ADD, TWO, null, term, new BigDecimal("45"))).isEqualTo("55");
    assertThat(Entitlement.of(Stacking.ADD, TWO, null, term, new BigDecimal("145"))).isEqualTo("0");
  }

  @Test
  void moneyIsRoundedOnceAtTheScaleOfItsCurrency() {
    Remedy.Share third = new Remedy.Share(new BigDecimal("0.333"));
    assertThat(third.amount(new BigDecimal("100.05"), "EUR")).isEqualTo("33.32");
    assertThat(third.amount(new BigDecimal("100.05"), "JPY")).isEqualTo("33");
    assertThat(third.amount(new BigDecimal("100.05"), "KWD")).isEqualTo("33.317");
  }

  /// However often two commitments of a period are decided anew, what was granted in all is what
  /// the last decisions give: nothing twice, nothing lost, overpayments told by their sign.
  @Property
  void grantingDeltasEndsWhereTheLastDecisionsEnd(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 200) Integer> decisions,
      @ForAll boolean adds,
      @ForAll @IntRange(min = 0, max = 300) int cap) {
    Stacking stacking = adds ? Stacking.ADD : Stacking.HIGHEST;
    Map<Integer, BigDecimal> latest = new HashMap<>();
    BigDecimal granted = BigDecimal.ZERO;
    for (int i = 0; i < decisions.size(); i++) {
      latest.put(i % 2, BigDecimal.valueOf(decisions.get(i)));
      BigDecimal entitled =
          Entitlement.of(stacking, latest.values(), BigDecimal.valueOf(cap), null, BigDecimal.ZERO);
      granted = granted.add(Entitlement.delta(entitled, granted));
    }
    int one = latest.getOrDefault(0, BigDecimal.ZERO).intValue();
    int other = latest.getOrDefault(1, BigDecimal.ZERO).intValue();
    assertThat(granted)
        .isEqualByComparingTo(
            BigDecimal.valueOf(Math.min(cap, adds ? one + other : Math.max(one, other))));
  }
}
