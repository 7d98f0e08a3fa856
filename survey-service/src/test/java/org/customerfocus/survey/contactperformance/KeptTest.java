package org.customerfocus.survey.contactperformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.customerfocus.conventions.figure.Figure;
import org.junit.jupiter.api.Test;

class KeptTest {

  /// The share of complaints with a timely response in the published file, 560 of 571.
  @Test
  void theShareIsOfWhatIsDecidedAndItsIntervalIsWilsons() {
    Figure figure = new Kept(560, 11, 4).figure(0.95);
    assertThat(figure.value()).isCloseTo(0.980736, within(1e-6));
    assertThat(figure.n()).isEqualTo(571);
    assertThat(figure.base()).isEqualTo(575);
    assertThat(figure.interval().lower()).isCloseTo(0.965834, within(1e-4));
    assertThat(figure.interval().upper()).isCloseTo(0.989210, within(1e-4));
  }

  @Test
  void whatIsNotDueYetDecidesNothing() {
    Figure figure = new Kept(0, 0, 3).figure(0.95);
    assertThat(figure.status()).isEqualTo(Figure.Status.INSUFFICIENT);
    assertThat(figure.base()).isEqualTo(3);
  }
}
