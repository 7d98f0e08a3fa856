package org.customerfocus.agreement.supportchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.agreement.attainment.Comparator.ABOVE;
import static org.customerfocus.agreement.attainment.Comparator.AT_LEAST;
import static org.customerfocus.agreement.attainment.Comparator.AT_MOST;
import static org.customerfocus.agreement.attainment.Comparator.BELOW;
import static org.customerfocus.agreement.supportchain.Promise.Measure.DURATION;
import static org.customerfocus.agreement.supportchain.Promise.Measure.EVENT_SHARE;
import static org.customerfocus.agreement.supportchain.Promise.Measure.OTHER;
import static org.customerfocus.agreement.supportchain.Promise.Measure.PERCENTILE;
import static org.customerfocus.agreement.supportchain.Promise.Measure.TIME_SHARE;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.customerfocus.agreement.attainment.Bound;
import org.customerfocus.agreement.attainment.Comparator;
import org.customerfocus.agreement.supportchain.Promise.Measure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompositionTest {

  private static final String MONTH = "calendar/month";

  @Test
  void sharesMultiply() {
    List<Promise> upstream = List.of(share("0.9995"), share("0.999"));
    Support weak = Composition.of(share("0.999"), upstream);
    assertThat(weak.verdict()).isEqualTo(Verdict.NOT_SUPPORTED);
    assertThat(weak.steps())
        .extracting(Step::expression)
        .containsExactly("0.9995 × 0.999 = 0.9985005", "0.9985005 < 0.999");
    assertThat(weak.reason()).isEqualTo("The composed share is lower.");
    assertThat(weak.assumption()).contains("independently");
    assertThat(Composition.of(share("0.9985"), upstream).verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(Composition.of(share("0.9985005"), upstream).verdict()).isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void durationsAddUp() {
    List<Promise> upstream = List.of(duration(AT_MOST, "2.5"), duration(AT_MOST, "1.5"));
    Support kept = Composition.of(duration(AT_MOST, "4"), upstream);
    assertThat(kept.verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(kept.steps()).extracting(Step::expression).containsExactly("2.5 + 1.5 = 4", "4 = 4");
    assertThat(Composition.of(duration(BELOW, "4"), upstream).verdict())
        .isEqualTo(Verdict.NOT_SUPPORTED);
    assertThat(
            Composition.of(
                    duration(BELOW, "4"), List.of(duration(BELOW, "2.5"), duration(AT_MOST, "1.5")))
                .verdict())
        .isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void timesAreToldInOneUnit() {
    Promise ninetyMinutes = promise(DURATION, MONTH, AT_MOST, "90", null, "min");
    Support kept =
        Composition.of(duration(AT_MOST, "4"), List.of(duration(AT_MOST, "2.5"), ninetyMinutes));
    assertThat(kept.verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(kept.steps())
        .extracting(Step::expression)
        .containsExactly("4 h = 240 min, 2.5 h = 150 min", "150 + 90 = 240", "240 = 240");
    assertThat(Composition.of(duration(AT_MOST, "1"), List.of(ninetyMinutes)).verdict())
        .isEqualTo(Verdict.NOT_SUPPORTED);
    assertThat(
            Composition.of(
                    percentile("1", "0.9"),
                    List.of(
                        promise(
                            PERCENTILE,
                            MONTH,
                            AT_LEAST,
                            "0.95",
                            new Bound(AT_MOST, new BigDecimal("3600001")),
                            "ms")))
                .steps())
        .extracting(Step::expression)
        .contains("1 h = 3600000 ms", "3600001 > 3600000");
  }

  @Test
  void percentilesCombineByTheUnionBound() {
    List<Promise> upstream = List.of(percentile("2", "0.99"), percentile("3", "0.97"));
    Support kept = Composition.of(percentile("5", "0.95"), upstream);
    assertThat(kept.verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(kept.steps())
        .extracting(Step::expression)
        .containsExactly("2 + 3 = 5", "1 − (0.01 + 0.03) = 0.96", "5 = 5", "0.96 > 0.95");
    assertThat(Composition.of(percentile("5", "0.97"), upstream).verdict())
        .isEqualTo(Verdict.NOT_SUPPORTED);
    assertThat(Composition.of(percentile("4.9", "0.95"), upstream).verdict())
        .isEqualTo(Verdict.NOT_SUPPORTED);
  }

  @Test
  void whatIsUnlikeIsUnknown() {
    assertThat(reason(share("0.9"), List.of())).contains("Nothing is recorded");
    assertThat(
            reason(
                share("0.9"),
                List.of(promise(TIME_SHARE, "rolling/P30D", AT_LEAST, "0.99", null, null))))
        .isEqualTo("The promises hold over unlike windows: calendar/month, rolling/P30D.");
    assertThat(
            reason(
                duration(AT_MOST, "4"),
                List.of(promise(DURATION, MONTH, AT_MOST, "3", null, "mo"))))
        .isEqualTo("The promises have unlike units: h, mo.");
    assertThat(
            reason(
                share("0.9"), List.of(promise(EVENT_SHARE, MONTH, AT_LEAST, "0.99", null, null))))
        .isEqualTo("The promises are measured differently: time-share, event-share.");
    assertThat(
            reason(
                promise(OTHER, MONTH, AT_LEAST, "40", null, null),
                List.of(promise(OTHER, MONTH, AT_LEAST, "40", null, null))))
        .contains("Nothing is known");
    assertThat(
            reason(share("0.9"), List.of(promise(TIME_SHARE, MONTH, AT_MOST, "0.99", null, null))))
        .contains("at least");
  }

  @Test
  void whatIsAboveImpliesAtLeastAndNotTheOtherWayRound() {
    Promise above = promise(TIME_SHARE, MONTH, ABOVE, "0.99", null, null);
    assertThat(Composition.of(above, List.of(share("0.99"))).verdict())
        .isEqualTo(Verdict.NOT_SUPPORTED);
    assertThat(Composition.of(above, List.of(above)).verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(Composition.of(share("0.99"), List.of(above)).verdict())
        .isEqualTo(Verdict.SUPPORTED);
  }

  /// However misses of serial parts coincide: what is told to be supported was kept in every joint
  /// history in which each part kept its own promise.
  @Property
  void whatIsSupportedIsKeptInEveryJointHistory(
      @ForAll @Size(value = 50) List<@IntRange(min = 0, max = 9) Integer> one,
      @ForAll @Size(value = 50) List<@IntRange(min = 0, max = 9) Integer> other,
      @ForAll @IntRange(min = 0, max = 9) int limitOne,
      @ForAll @IntRange(min = 0, max = 9) int limitOther,
      @ForAll @IntRange(min = 0, max = 50) int wanted) {
    int both = 0;
    for (int i = 0; i < one.size(); i++) {
      both += one.get(i) + other.get(i) <= limitOne + limitOther ? 1 : 0;
    }
    Support support =
        Composition.of(
            percentile(String.valueOf(limitOne + limitOther), fiftieths(wanted)),
            List.of(
                percentile(String.valueOf(limitOne), fiftieths(kept(one, limitOne))),
                percentile(String.valueOf(limitOther), fiftieths(kept(other, limitOther)))));
    assertThat(support.verdict()).isNotEqualTo(Verdict.UNKNOWN);
    assertThat(support.verdict() == Verdict.NOT_SUPPORTED || both >= wanted).isTrue();
  }

  private static int kept(List<Integer> values, int limit) {
    return (int) values.stream().filter(value -> value <= limit).count();
  }

  private static String fiftieths(int count) {
    return BigDecimal.valueOf(count * 2L, 2).toPlainString();
  }

  private static String reason(Promise promise, List<Promise> upstream) {
    Support support = Composition.of(promise, upstream);
    assertThat(support.verdict()).isEqualTo(Verdict.UNKNOWN);
    return String.valueOf(support.reason());
  }

  private static Promise share(String value) {
    return promise(TIME_SHARE, MONTH, AT_LEAST, value, null, null);
  }

  private static Promise duration(Comparator comparator, String value) {
    return promise(DURATION, MONTH, comparator, value, null, "h");
  }

  private static Promise percentile(String limit, String share) {
    return promise(
        PERCENTILE, MONTH, AT_LEAST, share, new Bound(AT_MOST, new BigDecimal(limit)), "h");
  }

  private static Promise promise(
      Measure measure,
      String window,
      Comparator comparator,
      String value,
      @Nullable Bound limit,
      @Nullable String unit) {
    return new Promise(
        UUID.randomUUID(),
        measure,
        window,
        new Bound(comparator, new BigDecimal(value)),
        limit,
        unit);
  }
}
