package org.customerfocus.agreement.performance;

import org.jspecify.annotations.Nullable;

/// A score of a survey in a time, as survey-service computed it.
///
/// @param n valid answers
/// @param base who could have answered
/// @param value null where there are too few answers for one
/// @param lower of its interval; null where it has none
record SurveyScore(
    long n,
    long base,
    @Nullable Double value,
    @Nullable Double lower,
    @Nullable Double upper,
    String unit,
    String method) {}
