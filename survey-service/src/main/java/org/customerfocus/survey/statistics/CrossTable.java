package org.customerfocus.survey.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Whether two ways of grouping the same respondents have to do with each other.
///
/// @param n respondents in the table
/// @param chiSquare Pearson's Σ (observed − expected)² / expected
/// @param degreesOfFreedom (rows − 1)(columns − 1), empty ones left out
/// @param pValue how likely a table as uneven is where they have nothing to do with each other
/// @param cramersV √(χ² / (n · (min(rows, columns) − 1))), 0…1
/// @param fewExpected the share of cells that expect fewer than 5: above a fifth, the p value is
///   rough (Cochran)
public record CrossTable(
    long n,
    double chiSquare,
    int degreesOfFreedom,
    double pValue,
    double cramersV,
    double fewExpected) {

  private static final double FEW = 5;

  /// @param counts respondents by row and column
  /// @return null where fewer than two rows or columns have anybody in them
  public static @Nullable CrossTable of(long[][] counts) {
    long[] rows = Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).sum()).toArray();
    long[] columns = new long[counts.length == 0 ? 0 : counts[0].length];
    for (long[] row : counts) {
      Arrays.setAll(columns, j -> columns[j] + row[j]);
    }
    long n = Arrays.stream(rows).sum();
    int height = (int) Arrays.stream(rows).filter(row -> row > 0).count();
    int width = (int) Arrays.stream(columns).filter(column -> column > 0).count();
    if (height < 2 || width < 2) {
      return null;
    }
    double chiSquare = 0;
    double few = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        double expected = (double) rows[i] * columns[j] / n;
        if (expected > 0) {
          chiSquare += (counts[i][j] - expected) * (counts[i][j] - expected) / expected;
          few += expected < FEW ? 1 : 0;
        }
      }
    }
    int freedom = (height - 1) * (width - 1);
    return new CrossTable(
        n,
        chiSquare,
        freedom,
        Quantiles.chiSquareTail(chiSquare, freedom),
        Math.sqrt(chiSquare / (n * (Math.min(height, width) - 1.0))),
        few / ((double) height * width));
  }
}
