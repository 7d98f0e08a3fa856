package org.customerfocus.customer.matching;

/// How sure one may be that a pair is one party; below [Judgement#REVIEW] a pair is none at all.
public enum Certainty {
  /// More likely one party than two.
  POSSIBLE,
  /// Nine times in ten.
  PROBABLE,
  /// Ninety-nine times in a hundred, confirmed by a birth date or an identifier, and nothing that
  /// tells parties apart contradicts.
  CERTAIN
}
