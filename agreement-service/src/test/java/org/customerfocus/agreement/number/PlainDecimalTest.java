package org.customerfocus.agreement.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PlainDecimalTest {

  @Test
  void equalNumbersAreEqualHoweverTheyAreWritten() {
    assertThat(PlainDecimal.of(new BigDecimal("1E+1"))).isEqualTo(new BigDecimal("10"));
    assertThat(PlainDecimal.of(new BigDecimal("10.000000000"))).isEqualTo(new BigDecimal("10"));
    assertThat(PlainDecimal.of(new BigDecimal("0.950"))).isEqualTo(new BigDecimal("0.95"));
    assertThat(PlainDecimal.of(null)).isNull();
  }

  @Test
  void hugeNumbersAreNotWrittenOut() {
    BigDecimal none = new BigDecimal("100E+2147483647");
    assertThat(PlainDecimal.of(none)).isSameAs(none);
    assertThat(PlainDecimal.of(new BigDecimal("0E+2147483647"))).isEqualTo(BigDecimal.ZERO);
    BigDecimal huge = new BigDecimal("1E+999999999");
    assertThat(PlainDecimal.of(huge)).isEqualTo(huge);
  }
}
