package org.customerfocus.customer.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.customerfocus.conventions.time.Validity;
import org.customerfocus.customer.party.Party;
import org.customerfocus.customer.party.PartyChanged;
import org.customerfocus.customer.party.PartyKind;
import org.customerfocus.customer.party.PartyRequest;
import org.customerfocus.customer.party.PartyService;
import org.jspecify.annotations.Nullable;

/// Adds people to organisations, on their own or as a part of registering a customer.
@ApplicationScoped
public class OrganizationService {

  private final OrganizationRepository organizations;
  private final PartyService parties;
  private final Journal journal;
  private final InstantSource clock;
  private final Event<PartyChanged> changes;
  private final Event<UserJoined> users;

  OrganizationService(
      OrganizationRepository organizations,
      PartyService parties,
      Journal journal,
      InstantSource clock,
      Event<PartyChanged> changes,
      Event<UserJoined> users) {
    this.organizations = organizations;
    this.parties = parties;
    this.journal = journal;
    this.clock = clock;
    this.changes = changes;
    this.users = users;
  }

  /// The party of a request: a new one, or one that is known.
  ///
  /// @param at the pointer of the object that has the members party and partyId
  public Party party(@Nullable PartyRequest party, @Nullable UUID partyId, String at) {
    if (party != null && partyId != null) {
      throw ProblemException.invalid(at + "/partyId", "give party or partyId, not both");
    }
    if (party != null) {
      return parties.register(party, at + "/party");
    }
    if (partyId != null) {
      return parties.referred(partyId, at + "/partyId");
    }
    throw ProblemException.invalid(at + "/party", "give party or partyId");
  }

  /// One of the people of an organisation, with what makes it one.
  ///
  /// @param at the pointer of the person inside the body
  public Party addPerson(PersonRequest request, Party organization, String at) {
    Party person = party(request.party(), request.partyId(), at);
    if (person.kind() != PartyKind.PERSON) {
      throw ProblemException.invalid(
          request.party() == null ? at + "/partyId" : at + "/party/kind", "must be a person");
    }
    List<MembershipTerms> memberships =
        request.memberships() == null ? List.of() : request.memberships();
    if (memberships.isEmpty() && request.signingAuthority() == null) {
      throw ProblemException.invalid(
          at + "/memberships", "say how the person belongs to the organisation");
    }
    for (int i = 0; i < memberships.size(); i++) {
      join(person, organization, memberships.get(i), "%s/memberships/%d".formatted(at, i));
    }
    if (request.signingAuthority() != null) {
      authorize(person, organization, request.signingAuthority(), at + "/signingAuthority");
    }
    return person;
  }

  /// @param at the pointer of the membership inside the body
  public MembershipView join(Party member, Party organization, MembershipTerms terms, String at) {
    return MembershipView.of(
        add(
            new MembershipRequest(
                member.id(), organization.id(), terms.type(), terms.validFrom(), terms.validTo()),
            at));
  }

  /// @param at the pointer of the authority inside the body
  public SigningAuthorityView authorize(
      Party person, Party organization, SigningAuthorityTerms terms, String at) {
    return SigningAuthorityView.of(
        add(
            new SigningAuthorityRequest(
                person.id(),
                organization.id(),
                terms.scope(),
                terms.limit(),
                terms.validFrom(),
                terms.validTo()),
            at));
  }

  /// The people of an organisation as far as one answer shows them.
  ///
  /// @param asOf only those that held on this date; null for all
  public List<MembershipView> membershipsIn(
      UUID organization, @Nullable LocalDate asOf, int limit) {
    return organizations.membershipsIn(organization, asOf, limit).stream()
        .map(MembershipView::of)
        .toList();
  }

  /// @param asOf only those that held on this date; null for all
  public List<SigningAuthorityView> authoritiesFor(
      UUID organization, @Nullable LocalDate asOf, int limit) {
    return organizations.authoritiesFor(organization, asOf, limit).stream()
        .map(SigningAuthorityView::of)
        .toList();
  }

  /// What each party belonged to on a date, itself included: organisations of which it is a part,
  /// and so on upwards; a person also belongs to the organisations that it is a member of.
  public Map<UUID, Set<UUID>> above(Collection<UUID> parties, LocalDate asOf) {
    return organizations.above(parties, asOf);
  }

  Membership add(MembershipRequest request, String at) {
    check(request, null, at);
    Membership membership = new Membership(request, clock.instant());
    organizations.add(membership);
    journal.record(
        Change.of("membership", "created", membership)
            .data(
                Map.of(
                    "memberPartyId", request.memberPartyId(),
                    "organizationPartyId", request.organizationPartyId())));
    tell(membership);
    return membership;
  }

  SigningAuthority add(SigningAuthorityRequest request, String at) {
    check(request, at);
    SigningAuthority authority = new SigningAuthority(request, clock.instant());
    organizations.add(authority);
    journal.record(
        Change.of("signing-authority", "created", authority)
            .data(
                Map.of(
                    "personPartyId", request.personPartyId(),
                    "organizationPartyId", request.organizationPartyId())));
    show(request.organizationPartyId());
    return authority;
  }

  void change(Membership membership, MembershipRequest after) {
    MembershipRequest before = membership.asRequest();
    if (after.equals(before)) {
      return;
    }
    if (!after.memberPartyId().equals(before.memberPartyId())
        || !after.organizationPartyId().equals(before.organizationPartyId())) {
      throw ProblemException.invalid(
          "/memberPartyId", "the parties stay; end this one and record another");
    }
    check(after, membership.id(), "");
    membership.change(after, clock.instant());
    journal.record(Change.of("membership", "updated", membership));
    tell(membership);
  }

  void change(SigningAuthority authority, SigningAuthorityRequest after) {
    SigningAuthorityRequest before = authority.asRequest();
    if (after.equals(before)) {
      return;
    }
    if (!after.personPartyId().equals(before.personPartyId())
        || !after.organizationPartyId().equals(before.organizationPartyId())) {
      throw ProblemException.invalid(
          "/personPartyId", "the parties stay; end this one and record another");
    }
    check(after, "");
    authority.change(after, clock.instant());
    changed("signing-authority", "updated", authority, after.organizationPartyId());
  }

  void remove(Membership membership) {
    organizations.remove(membership);
    changed("membership", "deleted", membership, membership.organizationPartyId());
  }

  void remove(SigningAuthority authority) {
    organizations.remove(authority);
    changed("signing-authority", "deleted", authority, authority.organizationPartyId());
  }

  private void changed(String resource, String verb, VersionedEntity entity, UUID organization) {
    show(organization);
    journal.record(Change.of(resource, verb, entity));
  }

  private void tell(Membership membership) {
    if (membership.type() == MembershipType.USER_OF) {
      users.fire(new UserJoined(membership.memberPartyId(), membership.organizationPartyId()));
    }
    show(membership.organizationPartyId());
  }

  /// Tells those who show the people of an organisation that these have changed.
  private void show(UUID organization) {
    changes.fire(new PartyChanged(organization));
  }

  /// @param self the membership that is changed; null for a new one
  private void check(MembershipRequest request, @Nullable UUID self, String at) {
    List<FieldError> faults =
        new ArrayList<>(Validity.faults(request.validFrom(), request.validTo(), at));
    if (request.memberPartyId().equals(request.organizationPartyId())) {
      faults.add(FieldError.at(at + "/memberPartyId", "an organisation is no member of itself"));
    }
    refuse(faults);
    Party member = parties.referred(request.memberPartyId(), at + "/memberPartyId");
    parties.referredOrganization(request.organizationPartyId(), at + "/organizationPartyId");
    if (request.type() != MembershipType.PART_OF) {
      return;
    }
    if (member.kind() != PartyKind.ORGANIZATION) {
      throw ProblemException.invalid(
          at + "/type", "only an organisation is a part of one; a person is member-of or user-of");
    }
    organizations.lockStructure();
    if (organizations.closesCircle(request, self)) {
      throw new ProblemException(
          Problems.CONFLICT,
          "The organisation %s is, at that time, itself a part of %s: the one cannot be a part of"
                  .formatted(request.organizationPartyId(), request.memberPartyId())
              + " the other as well.");
    }
  }

  private void check(SigningAuthorityRequest request, String at) {
    refuse(Validity.faults(request.validFrom(), request.validTo(), at));
    if (request.limit() != null && request.limit().value().signum() < 0) {
      throw ProblemException.invalid(at + "/limit/amount", "must not be negative");
    }
    Party person = parties.referred(request.personPartyId(), at + "/personPartyId");
    if (person.kind() != PartyKind.PERSON) {
      throw ProblemException.invalid(
          at + "/personPartyId", "must be a person; this party is an organisation");
    }
    parties.referredOrganization(request.organizationPartyId(), at + "/organizationPartyId");
  }

  private static void refuse(List<FieldError> faults) {
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
  }
}
