package org.customerfocus.customer.matching;

/// What one field contributes to the judgement on a pair.
///
/// @param m the probability of this level when both are one party
/// @param u the probability of this level when they are strangers
/// @param weight log2(m/u) in bits, without the adjustment: positive speaks for one party
/// @param termAdjustment bits added since the value agreed on is rarer than the mean, or taken off
///   since it is more common
public record Explanation(
    MatchField field, Level level, double m, double u, double weight, double termAdjustment) {}
