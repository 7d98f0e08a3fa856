package org.customerfocus.survey.results;

import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.survey.statistics.Score;
import org.jspecify.annotations.Nullable;

/// A score of one group of respondents.
///
/// @param value of the group; null for all respondents
/// @param label of the group, where it has one
/// @param figure as results tell it
/// @param score what it is compared by, in the unit of the statistics; null when withheld or where
///   nobody answered
public record ScoreSample(
    @Nullable String value, @Nullable String label, Figure figure, @Nullable Score score) {}
