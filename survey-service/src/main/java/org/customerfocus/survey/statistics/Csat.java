package org.customerfocus.survey.statistics;

import java.util.Collection;

/// Customer satisfaction: the share of the top boxes, which the survey version names.
public final class Csat {

  private Csat() {}

  /// The share of answers in the top boxes, e.g. 4 and 5 of 1–5.
  public static Proportion topBoxes(Distribution answers, Collection<Integer> boxes) {
    return new Proportion(answers.share(boxes::contains), answers.size());
  }
}
