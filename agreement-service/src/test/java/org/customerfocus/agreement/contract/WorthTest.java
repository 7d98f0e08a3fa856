package org.customerfocus.agreement.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.customerfocus.conventions.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorthTest {

  private static final Term YEAR = new Term(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));

  private static AgreedCompensation pays(String amount, String currency, @Nullable String per) {
    return new AgreedCompensation(CompensationKind.MONEY, null, new Money(amount, currency), per);
  }

  @Test
  void addsUpWhatIsPaidWithinTheTerm() {
    Worth worth =
        Worth.of(
            YEAR,
            List.of(
                pays("100.00", "EUR", "P1M"),
                pays("50.00", "EUR", null),
                pays("10", "JPY", "P1W"),
                new AgreedCompensation(CompensationKind.DATA, "forecasts", null, null)),
            null);
    // 53 weeks begin in a year that begins on a Thursday: 52 weeks and a day.
    assertThat(worth.amounts())
        .containsExactly(new Money("1250.00", "EUR"), new Money("530", "JPY"));
    assertThat(worth.unbounded()).isFalse();
  }

  @Test
  void monthsOfDifferentLengthAreMonths() {
    Term term = new Term(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 4, 30));
    assertThat(Worth.of(term, List.of(pays("1.00", "EUR", "P1M")), null).amounts())
        .containsExactly(new Money("3.00", "EUR"));
    Term longer = new Term(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 5, 1));
    assertThat(Worth.of(longer, List.of(pays("1.00", "EUR", "P1M")), null).amounts())
        .containsExactly(new Money("4.00", "EUR"));
  }

  @Test
  void hasNoBoundWithoutAnEndUnlessItSaysWhatItIsWorth() {
    Term open = new Term(LocalDate.of(2026, 1, 1), null);
    List<AgreedCompensation> rent = List.of(pays("1.00", "EUR", "P1M"));
    assertThat(Worth.of(open, rent, null).unbounded()).isTrue();
    assertThat(Worth.of(open, List.of(pays("0.00", "EUR", "P1M")), null).unbounded()).isFalse();
    Money value = new Money("24.00", "EUR");
    assertThat(Worth.of(open, rent, value)).isEqualTo(new Worth(List.of(value), false));
  }

  @Test
  void isNothingWhereNoMoneyIsPaid() {
    assertThat(Worth.of(YEAR, List.of(), null)).isEqualTo(new Worth(List.of(), false));
  }
}
