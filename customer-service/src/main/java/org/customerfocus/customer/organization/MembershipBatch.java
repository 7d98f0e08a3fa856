package org.customerfocus.customer.organization;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.time.Validity;
import org.jspecify.annotations.Nullable;

/// Memberships many at a time, as a file brings them: under the rules of one at a time, without a
/// query for each. It journals nothing, for many are one command of whoever asks for them.
@ApplicationScoped
public class MembershipBatch {

  private final MembershipBatchRepository memberships;
  private final OrganizationRepository organizations;
  private final InstantSource clock;

  MembershipBatch(
      MembershipBatchRepository memberships,
      OrganizationRepository organizations,
      InstantSource clock) {
    this.memberships = memberships;
    this.organizations = organizations;
    this.clock = clock;
  }

  /// A membership as it is recognised when it comes again.
  public record Key(
      UUID member, UUID organization, MembershipType type, @Nullable LocalDate validFrom) {}

  /// A membership as a row describes it.
  public record Link(Key key, @Nullable LocalDate validTo) {

    /// What contradicts itself.
    public List<FieldError> faults(String at) {
      List<FieldError> faults = new ArrayList<>(Validity.faults(key.validFrom(), validTo, at));
      if (key.member().equals(key.organization())) {
        faults.add(FieldError.at(at + "/organization", "an organisation is no member of itself"));
      }
      return faults;
    }
  }

  /// When each membership of these parties ends, which may be never.
  public Map<Key, Link> known(Collection<UUID> members) {
    Map<Key, Link> known = new HashMap<>();
    for (Membership each : memberships.of(members)) {
      MembershipRequest held = each.asRequest();
      Key key = key(held);
      known.put(key, new Link(key, held.validTo()));
    }
    return known;
  }

  /// What the organisations are parts of, upwards to the top.
  ///
  /// @param hold whether nobody else may change the structure until the transaction ends
  public PartStructure structure(Collection<UUID> organizations, boolean hold) {
    if (organizations.isEmpty()) {
      return new PartStructure(List.of());
    }
    if (hold) {
      this.organizations.lockStructure();
    }
    return new PartStructure(
        memberships.partsAbove(organizations).stream()
            .map(
                each -> {
                  MembershipRequest held = each.asRequest();
                  return new Link(key(held), held.validTo());
                })
            .toList());
  }

  /// Records memberships without faults: new ones, and those that end on another day.
  public void record(Collection<Link> links) {
    Instant now = clock.instant();
    Map<Key, Membership> held = new HashMap<>();
    for (Membership each :
        memberships.of(links.stream().map(link -> link.key().member()).distinct().toList())) {
      held.put(key(each.asRequest()), each);
    }
    for (Link link : links) {
      Key key = link.key();
      MembershipRequest request =
          new MembershipRequest(
              key.member(), key.organization(), key.type(), key.validFrom(), link.validTo());
      Membership present = held.get(key);
      if (present == null) {
        memberships.add(new Membership(request, now));
      } else if (!Objects.equals(present.validTo(), link.validTo())) {
        present.change(request, now);
      }
    }
  }

  private static Key key(MembershipRequest held) {
    return new Key(held.memberPartyId(), held.organizationPartyId(), held.type(), held.validFrom());
  }
}
