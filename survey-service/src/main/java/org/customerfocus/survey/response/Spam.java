package org.customerfocus.survey.response;

import java.util.List;
import org.customerfocus.conventions.wire.WireEnum;

/// How much a response looks like one that no respondent gave.
///
/// @param millionths from 0, nothing suspicious, to 1,000,000
/// @param reasons what is suspicious, nothing at 0
public record Spam(long millionths, List<Reason> reasons) {

  private static final long TENTH = 100_000;

  /// Nothing suspicious.
  public static final Spam NONE = new Spam(0, List.of());

  /// What can be suspicious.
  public enum Reason implements WireEnum {
    /// A field was filled in that people do not see.
    HONEYPOT,
    /// There was no time to read the questions.
    TOO_FAST,
    /// Many questions on scales were all given the same step.
    STRAIGHT_LINE,
    /// Texts hold web addresses.
    WEB_ADDRESSES
  }

  /// The same to one decimal, from 0.1 where anything is suspicious: an exact score would tell how
  /// many seconds the respondent took.
  Spam coarse() {
    return millionths == 0
        ? this
        : new Spam(Math.max(TENTH, Math.round((double) millionths / TENTH) * TENTH), reasons);
  }
}
