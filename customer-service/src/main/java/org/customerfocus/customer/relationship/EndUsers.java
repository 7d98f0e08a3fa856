package org.customerfocus.customer.relationship;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.customer.organization.UserJoined;
import org.customerfocus.customer.relationship.EndUserRepository.EndUser;
import org.jspecify.annotations.Nullable;

/// Who uses what an organisation is provided with is a customer of the provider too: an end user,
/// whom the organisation must not hide. However a use comes to be known, alone, with a customer or
/// from a file, this decides whether a relationship follows from it.
///
/// A `user-of` that is not over gives its party, with each provider of the organisation of whom
/// this is not a former customer, a relationship of its own: potential or current as that of the
/// organisation, in the role of end user for the days of the use. Whoever has a relationship with
/// the provider keeps it as it is, so that doing it again changes nothing.
@ApplicationScoped
class EndUsers {

  private final EndUserRepository endUsers;
  private final CustomerRepository customers;
  private final OwnOrganizationRepository own;
  private final Journal journal;
  private final InstantSource clock;

  EndUsers(
      EndUserRepository endUsers,
      CustomerRepository customers,
      OwnOrganizationRepository own,
      Journal journal,
      InstantSource clock) {
    this.endUsers = endUsers;
    this.customers = customers;
    this.own = own;
    this.journal = journal;
    this.clock = clock;
  }

  void joined(@Observes UserJoined use) {
    tell(add(List.of(use.organizationPartyId()), List.of(use.memberPartyId())));
  }

  /// The users that an organisation has already, once it is a customer.
  void of(UUID organization) {
    tell(add(List.of(organization), null));
  }

  /// The users of many organisations, of which nothing is journaled one by one.
  void recorded(Collection<UUID> organizations) {
    if (!organizations.isEmpty()) {
      add(organizations, null);
    }
  }

  /// Some users of many organisations, of which nothing is journaled one by one.
  void recorded(Collection<UUID> organizations, Collection<UUID> users) {
    if (!users.isEmpty()) {
      add(organizations, users);
    }
  }

  private List<EndUser> add(Collection<UUID> organizations, @Nullable Collection<UUID> users) {
    // Who provides stays the same until the transaction ends, also where nobody is named.
    own.hold();
    List<EndUser> added = endUsers.add(organizations, users, clock.instant());
    customers.raiseWhereShown(added.stream().map(EndUser::customerId).toList(), clock.instant());
    return added;
  }

  private void tell(List<EndUser> added) {
    for (EndUser each : added) {
      journal.record(
          new Change(
              "customer",
              "created",
              each.customerId(),
              () -> 0,
              Map.of("partyId", each.partyId(), "lifecycle", each.lifecycle()),
              CustomerTerms.endUser(each.lifecycle(), each.validFrom(), each.validTo())
                  .asRequest()));
    }
  }
}
