package org.customerfocus.survey.delivery;

/// What came of an attempt. A reason is told to whoever runs the campaign: it names no address.
sealed interface Outcome {

  /// The mail server has taken it.
  record Sent() implements Outcome {}

  /// It is worth another attempt.
  ///
  /// @param everyone whether the same would happen to any other e-mail
  record Later(String why, boolean everyone) implements Outcome {}

  /// It will not do.
  record Never(String why) implements Outcome {}

  /// It does not leave the platform.
  record Withheld(String why) implements Outcome {}

  /// It is not wanted any more.
  record Cancelled(String why) implements Outcome {}
}
