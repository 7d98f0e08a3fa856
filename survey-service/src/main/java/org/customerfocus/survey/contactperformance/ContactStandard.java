package org.customerfocus.survey.contactperformance;

import org.customerfocus.conventions.wire.WireEnum;

/// What is promised to happen in time.
enum ContactStandard implements WireEnum {
  /// Somebody answers an interaction.
  ANSWER,
  /// Receipt of a case is acknowledged.
  ACKNOWLEDGE,
  /// There is a response to a case.
  RESPOND,
  /// A case is closed.
  RESOLVE,
  /// An interaction is settled.
  SETTLE,
  /// A promise to get in touch again is kept by when it was made for.
  FOLLOW_UP
}
