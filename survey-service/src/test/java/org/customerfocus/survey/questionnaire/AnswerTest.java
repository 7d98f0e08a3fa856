package org.customerfocus.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
}
