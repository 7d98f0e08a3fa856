package org.customerfocus.survey.contactrule;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Every contact with a person, and whether another is allowed.
@ApplicationScoped
public class Contacts {

  private final ContactRuleRepository rules;
  private final InstantSource clock;

  Contacts(ContactRuleRepository rules, InstantSource clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /// Someone who is to be contacted, as the rules see them.
  public record Person(
      UUID partyId,
      List<String> roles,
      List<UUID> segmentIds,
      @Nullable UUID organizationPartyId) {}

  /// A contact about an invitation: the invitation itself, or a reminder.
  public record Contact(UUID partyId, UUID invitationId) {}

  /// The people whom a rule protects now, with that rule. Decisions of one tenant come one after
  /// the other from here to the end of the transaction.
  public Map<UUID, UUID> protectedByRule(Collection<Person> people) {
    rules.decideAlone();
    Instant now = clock.instant();
    Map<UUID, UUID> found = new HashMap<>();
    for (ContactRule rule : rules.all()) {
      List<UUID> concerned =
          people.stream().filter(rule::protects).map(Person::partyId).distinct().toList();
      if (!concerned.isEmpty()) {
        Map<UUID, Long> had =
            rules.contactsSince(concerned, now.minus(Duration.ofDays(rule.days())));
        concerned.stream()
            .filter(party -> had.getOrDefault(party, 0L) >= rule.maxContacts())
            .forEach(party -> found.putIfAbsent(party, rule.id()));
      }
    }
    return found;
  }

  /// Takes note of contacts, which count from now on.
  public void record(Collection<Contact> contacts) {
    if (!contacts.isEmpty()) {
      rules.record(contacts, clock.instant());
    }
  }
}
