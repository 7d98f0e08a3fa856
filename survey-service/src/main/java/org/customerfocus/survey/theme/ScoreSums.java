package org.customerfocus.survey.theme;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.math.BigDecimal;
import org.customerfocus.conventions.wire.JsonColumn;
import org.customerfocus.survey.statistics.Mean;

/// Exact sums of scores: of those who speak of a theme, and of everybody.
record ScoreSums(
    long with,
    BigDecimal withSum,
    BigDecimal withSquares,
    long all,
    BigDecimal allSum,
    BigDecimal allSquares) {

  static final ScoreSums OF_NOBODY =
      new ScoreSums(0, BigDecimal.ZERO, BigDecimal.ZERO, 0, BigDecimal.ZERO, BigDecimal.ZERO);

  Mean mentioning() {
    return Mean.ofSums(with, withSum, withSquares);
  }

  Mean others() {
    return Mean.ofSums(all - with, allSum.subtract(withSum), allSquares.subtract(withSquares));
  }

  @Converter(autoApply = true)
  static final class Column extends JsonColumn<ScoreSums> {
    Column() {
      super(new TypeReference<>() {});
    }
  }
}
