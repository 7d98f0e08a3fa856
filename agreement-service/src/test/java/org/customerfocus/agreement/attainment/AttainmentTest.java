package org.customerfocus.agreement.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttainmentTest {

  private static final Bound THREE_NINES = new Bound(Comparator.AT_LEAST, new BigDecimal("0.999"));

  /// 10 good, 4 bad, 3 excluded, 2 unknown; every rule of the definition by hand.
  @ParameterizedTest
  @CsvSource({
    "EXCUSE, LEAVE, 13, 17",
    "EXCUSE, GOOD,  15, 19",
    "EXCUSE, BAD,   13, 19",
    "REMOVE, LEAVE, 10, 14",
    "REMOVE, GOOD,  12, 16",
    "REMOVE, BAD,   10, 16",
  })
  void followsTheRulesOfTheAgreement(
      ExclusionEffect effect, UnknownAs unknownAs, long part, long base) {
    assertThat(Attainment.of(new Tally(10, 4, 3, 2), effect, unknownAs))
        .isEqualTo(new Attainment(part, base));
  }

  @Test
  void anEmptyBaseIsInsufficient() {
    Attainment nothing =
        Attainment.of(new Tally(0, 0, 5, 7), ExclusionEffect.REMOVE, UnknownAs.LEAVE);

    assertThat(nothing.status(THREE_NINES)).isEqualTo(AttainmentStatus.INSUFFICIENT);
    assertThat(nothing.value()).isEmpty();
  }

  /// 98,999,999,999,999 of 99,099,099,099,099 rounds to 0.999 in a double, and is less.
  @Test
  void statusIsDecidedOnTheFractionAndNotOnItsRounding() {
    long base = 99_099_099_099_099L;
    long part = 98_999_999_999_999L;
    assertThat(BigDecimal.valueOf(part))
        .isLessThan(BigDecimal.valueOf(base).multiply(new BigDecimal("0.999")));

    assertThat(new Attainment(part, base).status(THREE_NINES)).isEqualTo(AttainmentStatus.BREACHED);
    assertThat(new Attainment(part + 1, base).status(THREE_NINES)).isEqualTo(AttainmentStatus.MET);
  }

  @ParameterizedTest
  @CsvSource({
    "AT_LEAST, MET",
    "ABOVE,    BREACHED",
    "AT_MOST,  MET",
    "BELOW,    BREACHED",
  })
  void exactlyOnTheTargetDependsOnTheComparator(Comparator comparator, AttainmentStatus expected) {
    assertThat(new Attainment(19, 20).status(new Bound(comparator, new BigDecimal("0.950"))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 7, 0",
    "7, 7, 1",
    "1, 8, 0.125",
    "10, 20, 0.5",
    "5, 6, 0.8333333333333333333333333333333333",
    "200, 300, 0.6666666666666666666666666666666667",
  })
  void showsADecimalOfThirtyFourDigitsAtMost(long part, long base, String decimal) {
    assertThat(new Attainment(part, base).value().map(BigDecimal::toPlainString))
        .isEqualTo(Optional.of(decimal));
  }

  @Test
  void aShareAboveItsBaseIsRefused() {
    assertThatThrownBy(() -> new Attainment(3, 2)).hasMessage("Not a share: 3 of 2");
  }

  static Stream<JsonNode> budgets() {
    return Vectors.rows("/error_budget");
  }

  @ParameterizedTest
  @MethodSource("budgets")
  void aTimeBudgetIsTheBadTimeThatTheTargetAllows(JsonNode row) {
    Duration budget = Duration.parse(row.get("budget").asText());

    assertThat(allowed(row.get("target").asText(), row.get("window").asText()))
        .isEqualByComparingTo(BigDecimal.valueOf(budget.toMillis()).movePointLeft(3));
  }

  @Test
  void aBudgetOfTimeSlicesIsTheSame() {
    JsonNode row = Vectors.all().at("/budgeting/0");

    assertThat(allowed(row.get("target").asText(), row.get("window").asText()))
        .isEqualByComparingTo(
            BigDecimal.valueOf(Duration.parse(row.get("allowedBad").asText()).toSeconds()));
  }

  private static BigDecimal allowed(String target, String window) {
    return ErrorBudget.ofTime(new BigDecimal(target), Duration.parse(window), Duration.ZERO)
        .allowed();
  }

  @Test
  void anEventBudgetNeedNotBeWholeAndCanBeOverspent() {
    ErrorBudget budget = ErrorBudget.ofEvents(new BigDecimal("0.95"), 250, 13);

    assertThat(budget.allowed()).isEqualByComparingTo("12.5");
    assertThat(budget.remaining()).isEqualByComparingTo("-0.5");
  }

  @Test
  void aBudgetNeedsATargetThatIsAShare() {
    assertThatThrownBy(() -> ErrorBudget.ofEvents(new BigDecimal("99.9"), 1, 0))
        .hasMessage("A target lies between 0 and 1: 99.9");
  }
}
