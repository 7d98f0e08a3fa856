package org.customerfocus.survey.counting;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One group as the database has counted it: respondents where `linkId` is null, else equal answers
/// to one question (for numbers, texts and dates all valid answers).
///
/// @param rows how many answers; of a multiple choice each chosen option is one
/// @param people how many respondents; of a multiple choice each is counted with the first option
/// @param weights sum of the weights of `rows`
/// @param peopleSquares sum of the squared weights of `people`
/// @param weighted whether any of the respondents has a weight
public record CountedRow(
    UUID version,
    Part part,
    @Nullable String linkId,
    @Nullable Integer value,
    @Nullable String option,
    @Nullable String nonAnswer,
    long rows,
    long people,
    BigDecimal weights,
    BigDecimal peopleSquares,
    @Nullable BigDecimal sum,
    @Nullable BigDecimal squares,
    @Nullable BigDecimal weightedSum,
    @Nullable BigDecimal weightedSquares,
    boolean weighted) {

  /// The same answers, each with this weight in the place of its own.
  public CountedRow weightedBy(BigDecimal weight) {
    return new CountedRow(
        version,
        part,
        linkId,
        value,
        option,
        nonAnswer,
        rows,
        people,
        weight.multiply(BigDecimal.valueOf(rows)),
        weight.multiply(weight).multiply(BigDecimal.valueOf(people)),
        sum,
        squares,
        sum == null ? null : sum.multiply(weight),
        squares == null ? null : squares.multiply(weight),
        true);
  }

  /// The same, in another part.
  public CountedRow in(Part other) {
    return new CountedRow(
        version,
        other,
        linkId,
        value,
        option,
        nonAnswer,
        rows,
        people,
        weights,
        peopleSquares,
        sum,
        squares,
        weightedSum,
        weightedSquares,
        weighted);
  }
}
