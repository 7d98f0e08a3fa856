package org.customerfocus.survey.results;

import org.customerfocus.conventions.wire.WireEnum;

/// How weights are made.
public enum WeightingMethod implements WireEnum {
  /// By one attribute: each of its values is given the weight of its share of the population.
  POST_STRATIFICATION,
  /// By several attributes: each in turn, until all are met.
  RAKING
}
