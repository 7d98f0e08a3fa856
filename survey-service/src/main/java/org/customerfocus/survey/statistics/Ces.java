package org.customerfocus.survey.statistics;

/// Customer effort score on 1–7, where 7 is the easiest.
///
/// Its headline is the mean ([Distribution#mean]); beside it stands the share that found it easy.
public final class Ces {

  private static final int EASY = 5;

  private Ces() {}

  /// The share of answers of 5 or more.
  public static Proportion easy(Distribution answers) {
    return new Proportion(answers.share(value -> value >= EASY), answers.size());
  }
}
