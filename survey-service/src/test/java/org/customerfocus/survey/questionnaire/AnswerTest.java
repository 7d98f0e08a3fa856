package org.customerfocus.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "-999999999999999.999999999, true",
    "1e14, true",
    "1e15, false",
    "1e-9, true",
    "1e-10, false",
    "1e2147483647, false",
    "-1e2147483647, false",
    "1e-2147483647, false"
  })
  void aNumberIsStorableWithinItsDigits(BigDecimal number, boolean storable) {
    assertThat(Answer.storable(number)).isEqualTo(storable);
  }

  @ParameterizedTest
  @CsvSource({"1583-01-01, true", "9999-12-31, true", "1582-10-10, false", "+10000-01-01, false"})
  void aDateLiesInGregorianYearsOfFourDigits(LocalDate date, boolean storable) {
    Item asked = Item.of("day", ItemType.DATE, "When?");
    Attribute known = new Attribute("since", AttributeType.DATE, "Since", null);

    assertThat(Answer.ofDate("day", date).violations(asked).isEmpty()).isEqualTo(storable);
    assertThat(AttributeValue.ofDate(date).violation(known) == null).isEqualTo(storable);
  }
}
