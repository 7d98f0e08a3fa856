package org.customerfocus.customer.organization;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.organization.OrganizationRequest.UnitRequest;
import org.customerfocus.customer.organization.StructureView.Unit;
import org.customerfocus.customer.party.Party;
import org.customerfocus.customer.party.PartyKind;
import org.customerfocus.customer.party.PartyService;
import org.customerfocus.customer.party.PartySummary;
import org.jspecify.annotations.Nullable;

/// Organisations as wholes: registered with what belongs to them, and told as of a day.
@ApplicationScoped
class StructureService {

  private static final int MOST_UNITS = 200;
  private static final int MOST_LEVELS = 10;

  private final StructureRepository structures;
  private final OrganizationService organizations;
  private final PartyService parties;
  private final InstantSource clock;

  StructureService(
      StructureRepository structures,
      OrganizationService organizations,
      PartyService parties,
      InstantSource clock) {
    this.structures = structures;
    this.organizations = organizations;
    this.parties = parties;
    this.clock = clock;
  }

  Party register(OrganizationRequest request) {
    if (request.party().kind() != PartyKind.ORGANIZATION) {
      throw ProblemException.invalid("/party/kind", "must be an organisation");
    }
    if (count(request.units(), 1) > MOST_UNITS) {
      throw ProblemException.invalid(
          "/units",
          "has more than %d units in all; add the others by createMembership"
              .formatted(MOST_UNITS));
    }
    Party organization = parties.register(request.party(), "/party");
    fill(organization, request.units(), request.people(), "");
    return organization;
  }

  private static int count(@Nullable List<UnitRequest> units, int level) {
    if (units == null || units.isEmpty()) {
      return 0;
    }
    if (level > MOST_LEVELS) {
      throw ProblemException.invalid(
          "/units", "is more than %d levels deep".formatted(MOST_LEVELS));
    }
    return units.size() + units.stream().mapToInt(each -> count(each.units(), level + 1)).sum();
  }

  private void fill(
      Party organization,
      @Nullable List<UnitRequest> units,
      @Nullable List<PersonRequest> people,
      String at) {
    for (int i = 0; people != null && i < people.size(); i++) {
      organizations.addPerson(people.get(i), organization, "%s/people/%d".formatted(at, i));
    }
    for (int i = 0; units != null && i < units.size(); i++) {
      UnitRequest unit = units.get(i);
      String here = "%s/units/%d".formatted(at, i);
      Party part = organizations.party(unit.party(), unit.partyId(), here);
      organizations.join(
          part,
          organization,
          new MembershipTerms(MembershipType.PART_OF, unit.validFrom(), unit.validTo()),
          here);
      fill(part, unit.units(), unit.people(), here);
    }
  }

  StructureView structure(UUID id, @Nullable LocalDate asOf, int depth, int limit) {
    PartySummary party = require(id);
    LocalDate day = asOf == null ? today() : asOf;
    // One level and one unit more than asked for tell whether anything is left out.
    List<Unit> found = structures.units(id, day, depth + 1, limit + 1);
    List<Unit> shown =
        found.stream().limit(limit).filter(each -> each.distance() <= depth).toList();
    List<Unit> units = new ArrayList<>();
    units.add(structures.self(party, day));
    units.addAll(shown);
    return new StructureView(
        id, day, shown.size() == found.size(), structures.above(id, day), units);
  }

  Page<SignatoryView> signatories(UUID id, SignatoryQuery query) {
    PartySummary party = require(id);
    LocalDate day = query.asOf == null ? today() : query.asOf;
    if (party.kind() == PartyKind.PERSON) {
      return structures
          .itself(id, query)
          .map(each -> new SignatoryView(each.id(), each.name(), true, List.of()));
    }
    Covering covering = new Covering(id, day, query.scope, query.money());
    Page<Party> page = structures.signatories(covering, query);
    Map<UUID, List<SigningAuthorityView>> authorities =
        structures.authorities(covering, page.items().stream().map(Party::id).toList()).stream()
            .map(SigningAuthorityView::of)
            .collect(Collectors.groupingBy(SigningAuthorityView::personPartyId));
    return page.map(
        person ->
            new SignatoryView(
                person.id(),
                person.name(),
                false,
                authorities.getOrDefault(person.id(), List.of())));
  }

  private PartySummary require(UUID id) {
    Party party = parties.byId(List.of(id)).get(id);
    if (party == null) {
      throw ProblemException.notFound("party", id);
    }
    return PartySummary.of(party);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
