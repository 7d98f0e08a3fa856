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
import org.customerfocus.agreement.credit.Entitlement.Claim;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntitlementTest {

  @Test
  void addsUpOrTakesTheHighestWithinTheCaps() {
    assertThat(Entitlement.of(List.of(add("30", null), add("50", null)))).isEqualTo("80");
    assertThat(Entitlement.of(List.of(highest("30", null), highest("50", null)))).isEqualTo("50");
    assertThat(Entitlement.of(List.of(add("30", "60"), add("50", "60")))).isEqualTo("60");
    assertThat(Entitlement.of(List.of(highest("30", "40"), highest("50", "40")))).isEqualTo("40");
    assertThat(Entitlement.of(List.of(highest("30", null), add("50", null)))).isEqualTo("80");
    // Nothing is left of the caps.
    assertThat(Entitlement.of(List.of(add("30", "-45"), add("50", "-45")))).isEqualTo("0");
  }

  @Test
  void aCapBindsThePromiseThatHasIt() {
    List<Claim> claims = List.of(add("250", null), add("250", "100"), add("250", "300"));
    // 100 of the second, 200 of the third up to 300, and the first, which has no cap.
    assertThat(Entitlement.of(claims)).isEqualTo("550");
    assertThat(Entitlement.of(claims.reversed())).isEqualTo("550");
  }

  private static Claim add(String amount, @Nullable String bound) {
    return claim(Stacking.ADD, amount, bound);
  }

  private static Claim highest(String amount, @Nullable String bound) {
    return claim(Stacking.HIGHEST, amount, bound);
  }

  private static Claim claim(Stacking stacking, String amount, @Nullable String bound) {
    return new Claim(
        new BigDecimal(amount), stacking, bound == null ? null : new BigDecimal(bound));
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
          Entitlement.of(
              latest.values().stream()
                  .map(each -> new Claim(each, stacking, BigDecimal.valueOf(cap)))
                  .toList());
      granted = granted.add(Entitlement.delta(entitled, granted));
    }
    int one = latest.getOrDefault(0, BigDecimal.ZERO).intValue();
    int other = latest.getOrDefault(1, BigDecimal.ZERO).intValue();
    assertThat(granted)
        .isEqualByComparingTo(
            BigDecimal.valueOf(Math.min(cap, adds ? one + other : Math.max(one, other))));
  }
}
