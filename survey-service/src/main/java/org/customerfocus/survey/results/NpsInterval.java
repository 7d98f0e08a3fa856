package org.customerfocus.survey.results;

import org.customerfocus.conventions.wire.WireEnum;

/// Which interval a Net Promoter Score is given.
public enum NpsInterval implements WireEnum {
  /// The one that keeps its word for small samples too.
  ADJUSTED_WALD,
  /// The textbook one, for comparison with other tools.
  WALD
}
