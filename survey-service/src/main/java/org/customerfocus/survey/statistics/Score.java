package org.customerfocus.survey.statistics;

/// What is found about a group of respondents, with what it takes to compare it with another's.
public sealed interface Score permits Nps, Proportion, Mean {

  double value();

  /// Not a number where there are too few answers for one.
  double standardError();

  /// How many answers, or the effective number.
  double n();
}
