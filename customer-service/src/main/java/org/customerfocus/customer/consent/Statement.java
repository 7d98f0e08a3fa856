package org.customerfocus.customer.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What decides of a consent: what was said, when, about which purpose and channel.
record Statement(
    UUID id,
    String purpose,
    ContactChannel channel,
    LegalBasis legalBasis,
    ConsentStatus status,
    Instant capturedAt,
    LocalDate validFrom,
    @Nullable LocalDate validTo) {

  /// What is said later comes later; of two things said at once, the refusal counts as the later.
  static final Comparator<Statement> BY_TIME =
      Comparator.comparing(Statement::capturedAt)
          .thenComparing(each -> each.status().refuses())
          .thenComparing(Statement::id);

  /// Statements supersede one another where they speak of the same purpose and channel, and where
  /// it is the party's own will (or none of them is).
  record Slot(String purpose, ContactChannel channel, boolean binding) {}

  Slot slot() {
    return new Slot(purpose, channel, legalBasis.binding());
  }

  boolean begun(LocalDate on) {
    return !validFrom.isAfter(on);
  }

  boolean expired(LocalDate on) {
    return validTo != null && !validTo.isAfter(on);
  }

  boolean speaksOf(String asked, ContactChannel over) {
    return (purpose.equals(asked) || everyPurpose())
        && (channel == over || channel == ContactChannel.ANY);
  }

  boolean everyPurpose() {
    return purpose.equals(ConsentRequest.ANY_PURPOSE);
  }

  /// How far it reaches: 0 one purpose over one channel, 1 one purpose over every channel, 2 every
  /// purpose over one channel, 3 everything.
  int reach() {
    return (everyPurpose() ? 2 : 0) + (channel == ContactChannel.ANY ? 1 : 0);
  }
}
