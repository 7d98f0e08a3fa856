package org.customerfocus.survey.permission;

/// What speaks against asking somebody.
public enum Refusal {
  /// The person said here that they want no more surveys, and has not consented since.
  UNSUBSCRIBED,
  /// Consent was denied or withdrawn, or the person objected.
  CONSENT_REFUSED,
  /// Consent was given and is over.
  CONSENT_EXPIRED,
  /// Consent is asked for, and nothing was said.
  CONSENT_NOT_STATED,
  /// Customer-service knows no such party any more.
  UNKNOWN_PARTY
}
