package org.customerfocus.agreement.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.agreement.credit.CreditKind.CREDIT;
import static org.customerfocus.agreement.credit.CreditKind.REWARD;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.customerfocus.agreement.attainment.Bound;
import org.customerfocus.agreement.attainment.Comparator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TiersTest {

  private static final Bound TARGET = new Bound(Comparator.AT_LEAST, new BigDecimal("99.9"));

  @Test
  void publishedTiersGiveThePublishedCredits() throws IOException {
    JsonNode all;
    try (InputStream in = TiersTest.class.getResourceAsStream("/vectors/service-levels.json")) {
      all = new ObjectMapper().readTree(in).get("credit_tiers");
    }
    assertThat(all).isNotEmpty();
    for (JsonNode vector : all) {
      List<Tier> tiers = new ArrayList<>();
      for (JsonNode row : vector.get("tiers")) {
        tiers.add(
            credit(text(row, "from"), text(row, "below"), percent(row.get("credit").asText())));
      }
      assertThat(Tiers.faults(tiers, TARGET, false)).isEmpty();
      assertThat(vector.get("cases")).isNotEmpty();
      for (JsonNode each : vector.get("cases")) {
        BigDecimal attained = new BigDecimal(each.get(0).asText());
        assertThat(share(new Tiers(tiers, null), Attained.of(attained), TARGET.accepts(attained)))
            .as(each.get(0).asText())
            .isEqualByComparingTo(percent(each.get(1).asText()));
      }
    }
  }

  @Test
  void comparesTheFractionItselfAndRoundsOnlyWhereDecimalsAreAgreed() {
    List<Tier> tiers = List.of(credit("0.99", "0.999", "0.1"), credit(null, "0.99", "0.25"));
    // 98999/100000 = 0.98999, which is 0.99 at four decimals; two thirds of a whole never end.
    Attained just = Attained.of(98_999, 100_000);
    assertThat(share(new Tiers(tiers, null), just, false)).isEqualByComparingTo("0.25");
    assertThat(share(new Tiers(tiers, 4), just, false)).isEqualByComparingTo("0.1");
    assertThat(share(new Tiers(tiers, null), Attained.of(2, 3), false))
        .isEqualByComparingTo("0.25");
  }

  @Test
  void whatMeetsTheTargetEarnsNoCreditAndWhatMissesItNoReward() {
    List<Tier> hours =
        List.of(
            new Tier(REWARD, null, new BigDecimal("2"), new Remedy.Other("A bottle")),
            credit("4", "8", "0.1"),
            credit("8", null, "0.5"));
    Bound atMostFour = new Bound(Comparator.AT_MOST, new BigDecimal("4"));
    assertThat(Tiers.faults(hours, atMostFour, false)).isEmpty();
    Tiers tiers = new Tiers(hours, null);
    assertThat(tiers.of(Attained.of(new BigDecimal("4")), true)).isEmpty();
    assertThat(tiers.of(Attained.of(new BigDecimal("4.0001")), false)).contains(hours.get(1));
    assertThat(tiers.of(Attained.of(new BigDecimal("1.5")), true)).contains(hours.get(0));
    assertThat(tiers.of(Attained.of(new BigDecimal("2")), true)).isEmpty();
  }

  @Test
  void gapsAndOverlapsAreRefused() {
    assertThat(faults(credit("99.0", "99.9", "0.1"), credit("95", "98", "0.2")))
        .containsExactly(
            "0 from: leaves a gap from 98; it must be 98",
            "1 from: leaves a gap below it; leave from out");
    assertThat(faults(credit("98", "99.9", "0.1"), credit(null, "99", "0.2")))
        .containsExactly("0 from: overlaps with tier 1; each attainment has one tier");
    assertThat(faults(credit(null, "99.9", "0.1"), credit(null, "99", "0.2")))
        .containsExactly("1 from: overlaps with tier 0; each attainment has one tier");
    assertThat(faults(credit("99", "99.95", "0.1"), credit(null, null, "0.1")))
        .containsExactly(
            "0 below: must be at most the target, 99.9",
            "1 : needs from, below, or both",
            "1 below: must be at most the target, 99.9");
    assertThat(faults(credit("99", "99", "0.1")))
        .containsExactly("0 below: must be more than from");
    assertThat(
            faults(
                credit(null, "99.9", "0.1"),
                new Tier(
                    REWARD, new BigDecimal("99.95"), new BigDecimal("100"), new Remedy.Other("x"))))
        .containsExactly("1 below: leaves a gap above it; leave below out");
  }

  private static List<String> faults(Tier... tiers) {
    return Tiers.faults(List.of(tiers), TARGET, false).stream()
        .map(fault -> "%d %s: %s".formatted(fault.tier(), fault.member(), fault.detail()))
        .toList();
  }

  private static Tier credit(@Nullable String from, @Nullable String below, String share) {
    return credit(from, below, new BigDecimal(share));
  }

  private static Tier credit(@Nullable String from, @Nullable String below, BigDecimal share) {
    return new Tier(
        CREDIT,
        from == null ? null : new BigDecimal(from),
        below == null ? null : new BigDecimal(below),
        new Remedy.Share(share));
  }

  private static BigDecimal share(Tiers tiers, Attained attained, boolean met) {
    Optional<Tier> tier = tiers.of(attained, met);
    return tier.map(found -> ((Remedy.Share) found.remedy()).of()).orElse(BigDecimal.ZERO);
  }

  private static @Nullable String text(JsonNode row, String member) {
    return row.has(member) ? row.get(member).asText() : null;
  }

  private static BigDecimal percent(String text) {
    return new BigDecimal(text.replace("%", "")).movePointLeft(2);
  }
}
