package org.customerfocus.survey.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.peer.PeerClient;
import org.customerfocus.survey.invitation.InvitationChannel;
import org.customerfocus.survey.permission.Consents;
import org.customerfocus.survey.permission.Permission;
import org.customerfocus.survey.permission.Standing;
import org.jspecify.annotations.Nullable;

/// Asks customer-service, at the moment of sending, where a person is reached and whether they may
/// be. What it answers stays in memory until the e-mail is sent, and is written nowhere.
@ApplicationScoped
class Recipients {

  private final PeerClient peer;
  private final Consents consents;
  private final InstantSource clock;

  Recipients(PeerClient peer, Consents consents, InstantSource clock) {
    this.peer = peer;
    this.consents = consents;
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

    /// Addresses for the purpose before those for everything, and these before those for others.
    int fitness(String wanted) {
      if (purpose == null) {
        return 1;
      }
      return purpose.equalsIgnoreCase(wanted) ? 0 : 2;
    }
  }

  record Preferences(@Nullable List<String> languages) {}

  record OwnOrganization(@Nullable Party party) {}

  /// What the tenant's own organisation is called, empty where none is named.
  Optional<String> sender(Caller as) throws IOException, InterruptedException {
    return peer.find("/v1/own-organization", as, OwnOrganization.class)
        .map(OwnOrganization::party)
        .map(Party::name);
  }

  /// A person, as far as they can be written to today.
  ///
  /// @param unsubscribedAt when they said here that they want no more of it
  Recipient find(UUID id, Permission permission, @Nullable Instant unsubscribedAt, Caller as)
      throws IOException, InterruptedException {
    Party party = peer.find("/v1/parties/" + id, as, Party.class).orElse(null);
    String name = party == null ? null : party.name();
    if (party == null || name == null) {
      return new Recipient.Unreachable(new Outcome.Never("The person is not known any more."));
    }
    Outcome refusal = refusal(party.id(), permission, unsubscribedAt, as);
    if (refusal != null) {
      return new Recipient.Unreachable(refusal);
    }
    String purpose = permission.forPurpose();
    return emails(party, purpose)
        .<Recipient>map(address -> new Recipient.Reachable(name, address, languages(party)))
        .orElseGet(
            () ->
                new Recipient.Unreachable(
                    new Outcome.Never("The person has no e-mail address that is valid today.")));
  }

  private Optional<String> emails(Party party, String purpose) {
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    List<ContactPoint> points = party.contactPoints() == null ? List.of() : party.contactPoints();
    return points.stream()
        .filter(point -> point.type().equals("email") && point.validOn(today))
        .min(Comparator.comparingInt(point -> point.fitness(purpose)))
        .map(ContactPoint::value);
  }

  private static List<String> languages(Party party) {
    Preferences preferences = party.preferences();
    return preferences == null || preferences.languages() == null
        ? List.of()
        : preferences.languages();
  }

  /// Why the person may not be written to; null where they may. It is asked again at the moment of
  /// sending, since they may have said something after they were invited.
  private @Nullable Outcome refusal(
      UUID party, Permission permission, @Nullable Instant unsubscribedAt, Caller as)
      throws IOException, InterruptedException {
    Standing standing =
        Objects.requireNonNull(
            consents.ask(as, permission, InvitationChannel.EMAIL, List.of(party)).get(party));
    return switch (standing.refusal(permission, unsubscribedAt)) {
      case null -> null;
      case UNSUBSCRIBED -> new Outcome.Cancelled("The person has unsubscribed.");
      case CONSENT_REFUSED ->
          new Outcome.Cancelled(
              "The person wants no %s by e-mail (%s)."
                  .formatted(permission.forPurpose(), standing.reason()));
      case CONSENT_EXPIRED -> new Outcome.Cancelled("The person's consent is over.");
      case CONSENT_NOT_STATED -> new Outcome.Cancelled("The person has not consented.");
      case UNKNOWN_PARTY -> new Outcome.Never("The person is not known any more.");
    };
  }
}
