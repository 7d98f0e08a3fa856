package org.customerfocus.survey.statistics;

import java.util.List;

/// The level of an assessment by statements.
public final class Maturity {

  private Maturity() {}

  /// The highest level whose statements all hold; 0 where no level's do. A level without statements
  /// is not reached by that.
  ///
  /// @param levels whether each statement of a level holds, the lowest level first
  public static int level(List<List<Boolean>> levels) {
    for (int level = levels.size(); level > 0; level--) {
      List<Boolean> statements = levels.get(level - 1);
      if (!statements.isEmpty() && statements.stream().allMatch(holds -> holds)) {
        return level;
      }
    }
    return 0;
  }
}
