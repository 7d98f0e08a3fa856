package org.customerfocus.customer.party;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.attribute.AttributeOwner;
import org.customerfocus.customer.attribute.AttributeTarget;
import org.customerfocus.customer.attribute.Attributes;

/// Registers parties, on their own or as a part of registering a customer.
@ApplicationScoped
public class PartyService {

  private final PartyRepository parties;
  private final Attributes attributes;
  private final Journal journal;
  private final InstantSource clock;

  PartyService(
      PartyRepository parties, Attributes attributes, Journal journal, InstantSource clock) {
    this.parties = parties;
    this.attributes = attributes;
    this.journal = journal;
    this.clock = clock;
  }

  /// @param at the pointer of the request inside the body, for what is wrong with it
  public Party register(PartyRequest request, String at) {
    List<FieldError> faults = request.faults(at);
    Attributes.Checked checked =
        attributes.check(targets(request.kind()), null, request.attributes(), at + "/attributes");
    faults.addAll(checked.faults());
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    Party party = new Party(request, clock.instant());
    List<ContactPoint> contacts =
        request.contactPoints() == null ? List.of() : request.contactPoints();
    parties.add(party, contacts);
    attributes.add(AttributeOwner.PARTY, party.id(), checked);
    journal.record(
        Change.of("party", "created", party)
            .detail(PartyView.of(party, contacts, request.attributes())));
    return party;
  }

  /// A party that a request refers to.
  ///
  /// @throws ProblemException 422 at the pointer when there is none
  public Party referred(UUID id, String at) {
    return parties
        .find(id)
        .orElseThrow(() -> ProblemException.invalid(at, "there is no party %s".formatted(id)));
  }

  /// A party that is to stand for an organisation.
  public Party referredOrganization(UUID id, String at) {
    Party party = referred(id, at);
    if (party.kind() != PartyKind.ORGANIZATION) {
      throw ProblemException.invalid(at, "must be an organisation; this party is a person");
    }
    return party;
  }

  /// Several parties in one query, by id.
  public Map<UUID, Party> byId(Collection<UUID> ids) {
    return parties.find(ids).stream().collect(Collectors.toMap(Party::id, Function.identity()));
  }

  /// Which definitions are about parties of a kind.
  static Set<AttributeTarget> targets(PartyKind kind) {
    return switch (kind) {
      case PERSON -> Set.of(AttributeTarget.PERSON, AttributeTarget.PARTY);
      case ORGANIZATION -> Set.of(AttributeTarget.ORGANIZATION, AttributeTarget.PARTY);
    };
  }

  PartyView view(Party party) {
    return PartyView.of(
        party, parties.contacts(party.id()), attributes.of(AttributeOwner.PARTY, party.id()));
  }
}
