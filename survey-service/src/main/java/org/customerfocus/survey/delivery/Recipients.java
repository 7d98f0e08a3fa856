package org.customerfocus.survey.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.peer.PeerClient;
import org.customerfocus.survey.suppression.Suppressions;
import org.jspecify.annotations.Nullable;

/// Asks customer-service, at the moment of sending, where a person is reached and whether they may
/// be. What it answers stays in memory until the e-mail is sent, and is written nowhere.
@ApplicationScoped
class Recipients {

  private static final Set<String> REFUSALS = Set.of("denied", "withdrawn", "objected");

  private final PeerClient peer;
  private final InstantSource clock;

  Recipients(PeerClient peer, InstantSource clock) {
    this.peer = peer;
    this.clock = clock;
  }

  record Party(
      UUID id,
      @Nullable String name,
      @Nullable List<ContactPoint> contactPoints,
      @Nullable Preferences preferences) {}

  record ContactPoint(
      String type,
      String value,
      @Nullable String purpose,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo) {

    boolean validOn(LocalDate day) {
      return (validFrom == null || !validFrom.isAfter(day))
          && (validTo == null || validTo.isAfter(day));
    }

    /// Addresses for surveys before those for everything, and these before those for other things.
    int fitness() {
      if (purpose == null) {
        return 1;
      }
      return purpose.equalsIgnoreCase(Suppressions.PURPOSE) ? 0 : 2;
    }
  }

  record Preferences(@Nullable List<String> languages) {}

  record Permissions(List<Permission> items) {}

  record Permission(boolean allowed, String reason, @Nullable UUID consentId) {}

  record Consent(Instant capturedAt) {}

  record OwnOrganization(@Nullable Party party) {}

  /// What the tenant's own organisation is called, empty where none is named.
  Optional<String> sender(Caller as) throws IOException, InterruptedException {
    return peer.find("/v1/own-organization", as, OwnOrganization.class)
        .map(OwnOrganization::party)
        .map(Party::name);
  }

  /// The person, as far as they can be written to today.
  ///
  /// @param suppressedSince when they said here that they want no more surveys
  Recipient find(UUID invited, @Nullable Instant suppressedSince, Caller as)
      throws IOException, InterruptedException {
    Party party = peer.find("/v1/parties/" + invited, as, Party.class).orElse(null);
    String name = party == null ? null : party.name();
    if (party == null || name == null) {
      return new Recipient.Unreachable(new Outcome.Never("The person is not known any more."));
    }
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    Outcome refusal = refusal(party.id(), suppressedSince, as);
    if (refusal != null) {
      return new Recipient.Unreachable(refusal);
    }
    return emails(party, today)
        .<Recipient>map(address -> new Recipient.Reachable(name, address, languages(party)))
        .orElseGet(
            () ->
                new Recipient.Unreachable(
                    new Outcome.Never("The person has no e-mail address that is valid today.")));
  }

  private static Optional<String> emails(Party party, LocalDate today) {
    List<ContactPoint> points = party.contactPoints() == null ? List.of() : party.contactPoints();
    return points.stream()
        .filter(point -> point.type().equals("email") && point.validOn(today))
        .min(Comparator.comparingInt(ContactPoint::fitness))
        .map(ContactPoint::value);
  }

  private static List<String> languages(Party party) {
    Preferences preferences = party.preferences();
    return preferences == null || preferences.languages() == null
        ? List.of()
        : preferences.languages();
  }

  /// Why the person may not be written to; null where they may. Whether silence will do is for the
  /// campaign to decide, when it invites; a refusal counts whenever it was said.
  private @Nullable Outcome refusal(UUID party, @Nullable Instant suppressedSince, Caller as)
      throws IOException, InterruptedException {
    String path =
        "/v1/contact-permissions?partyId=%s&purpose=%s&channel=email"
            .formatted(party, Suppressions.PURPOSE);
    Permission permission =
        peer.find(path, as, Permissions.class)
            .map(found -> found.items().getFirst())
            .orElseThrow(() -> new IOException("customer-service told no permissions"));
    if (REFUSALS.contains(permission.reason())) {
      return new Outcome.Cancelled(
          "The person wants no surveys by e-mail (%s).".formatted(permission.reason()));
    }
    if (suppressedSince != null && !saidLater(permission, suppressedSince, as)) {
      return new Outcome.Cancelled("The person has unsubscribed.");
    }
    return null;
  }

  private boolean saidLater(Permission permission, Instant than, Caller as)
      throws IOException, InterruptedException {
    if (!permission.allowed() || permission.consentId() == null) {
      return false;
    }
    return peer.find("/v1/consents/" + permission.consentId(), as, Consent.class)
        .filter(consent -> consent.capturedAt().isAfter(than))
        .isPresent();
  }
}
