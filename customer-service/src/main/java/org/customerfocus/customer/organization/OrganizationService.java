package org.customerfocus.customer.organization;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.customerfocus.conventions.time.Validity;
import org.customerfocus.customer.party.Party;
import org.customerfocus.customer.party.PartyKind;
import org.customerfocus.customer.party.PartyService;
import org.jspecify.annotations.Nullable;

/// Adds people to organisations, on their own or as a part of registering a customer.
@ApplicationScoped
public class OrganizationService {

  private final OrganizationRepository organizations;
  private final PartyService parties;
  private final Journal journal;
  private final InstantSource clock;

  OrganizationService(
      OrganizationRepository organizations,
      PartyService parties,
      Journal journal,
      InstantSource clock) {
    this.organizations = organizations;
    this.parties = parties;
    this.journal = journal;
    this.clock = clock;
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
    check(request, at);
    Membership membership = new Membership(request, clock.instant());
    organizations.add(membership);
    journal.record(
        Change.of("membership", "created", membership)
            .data(
                Map.of(
                    "memberPartyId", request.memberPartyId(),
                    "organizationPartyId", request.organizationPartyId())));
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
    return authority;
  }

  void check(MembershipRequest request, String at) {
    List<FieldError> faults =
        new ArrayList<>(Validity.faults(request.validFrom(), request.validTo(), at));
    if (request.memberPartyId().equals(request.organizationPartyId())) {
      faults.add(FieldError.at(at + "/memberPartyId", "an organisation is no member of itself"));
    }
    refuse(faults);
    parties.referred(request.memberPartyId(), at + "/memberPartyId");
    parties.referredOrganization(request.organizationPartyId(), at + "/organizationPartyId");
  }

  void check(SigningAuthorityRequest request, String at) {
    refuse(Validity.faults(request.validFrom(), request.validTo(), at));
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
