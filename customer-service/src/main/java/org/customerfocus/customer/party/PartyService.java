package org.customerfocus.customer.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.customer.attribute.AttributeOwner;
import org.customerfocus.customer.attribute.AttributeTarget;
import org.customerfocus.customer.attribute.Attributes;
import org.customerfocus.customer.reference.RedirectRepository;
import org.jspecify.annotations.Nullable;

/// Registers and changes parties, on their own or as a part of registering a customer.
@ApplicationScoped
public class PartyService {

  private final PartyRepository parties;
  private final PartyVersionRepository versions;
  private final Attributes attributes;
  private final Journal journal;
  private final InstantSource clock;
  private final Event<PartyChanged> changes;
  private final RedirectRepository redirects;

  PartyService(
      PartyRepository parties,
      PartyVersionRepository versions,
      Attributes attributes,
      Journal journal,
      InstantSource clock,
      Event<PartyChanged> changes,
      RedirectRepository redirects) {
    this.parties = parties;
    this.versions = versions;
    this.attributes = attributes;
    this.journal = journal;
    this.clock = clock;
    this.changes = changes;
    this.redirects = redirects;
  }

  /// @param at the pointer of the request inside the body, for what is wrong with it
  public Party register(PartyRequest request, String at) {
    List<FieldError> faults = new ArrayList<>();
    PartyRequest normal = request.normalised(at, faults);
    Attributes.Checked checked = check(null, normal, at, faults);
    requireFree(null, normal.externalRefs());
    Party party = new Party(normal, clock.instant());
    parties.add(party, PartyParts.of(normal));
    attributes.add(AttributeOwner.PARTY, party.id(), checked);
    record(party, "created");
    return party;
  }

  /// @return whether anything differs: a change that changes nothing leaves the version as it is
  boolean change(Party party, PartyRequest request) {
    if (!apply(party, request)) {
      return false;
    }
    changes.fire(new PartyChanged(party.id()));
    record(party, "updated");
    return true;
  }

  /// Makes a change, and leaves it to the caller to tell of it.
  ///
  /// @return whether anything differs
  boolean apply(Party party, PartyRequest request) {
    if (party.erasedAt() != null) {
      throw new ProblemException(
          Problems.CONFLICT, "This party was erased; register it anew if it comes back.");
    }
    PartyRequest before = asRequest(party);
    List<FieldError> faults = new ArrayList<>();
    PartyRequest asked = request.normalised("", faults);
    if (faults.isEmpty() && asked.equals(before)) {
      return false;
    }
    if (asked.kind() != party.kind()) {
      throw ProblemException.invalid("/kind", "the kind of a party does not change");
    }
    Attributes.Checked checked = check(before, asked, "", faults);
    requireFree(party.id(), asked.externalRefs());
    Instant now = clock.instant();
    PartyRequest after = keepingTheOldName(party.name(), before, asked, day(now));
    party.change(after, now);
    parties.replace(party.id(), PartyParts.of(before), PartyParts.of(after));
    if (!Objects.equals(after.attributes(), before.attributes())) {
      attributes.replace(AttributeOwner.PARTY, party.id(), checked);
    }
    return true;
  }

  private Attributes.Checked check(
      @Nullable PartyRequest before, PartyRequest after, String at, List<FieldError> faults) {
    Attributes.Checked checked = check(null, before, after, at, faults);
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    return checked;
  }

  /// @param definitions what attributes are checked against; null to look up those that matter
  /// @param faults takes what is wrong
  Attributes.Checked check(
      Attributes.@Nullable Definitions definitions,
      @Nullable PartyRequest before,
      PartyRequest after,
      String at,
      List<FieldError> faults) {
    if (after.birthDate() != null && after.birthDate().isAfter(day(clock.instant()))) {
      faults.add(FieldError.at(at + "/birthDate", "must not be in the future"));
    }
    Set<AttributeTarget> targets = targets(after.kind());
    Map<String, Object> recorded =
        before == null ? null : Objects.requireNonNullElse(before.attributes(), Map.of());
    Attributes.Checked checked =
        definitions == null
            ? attributes.check(targets, recorded, after.attributes(), at + "/attributes")
            : attributes.check(
                definitions, targets, recorded, after.attributes(), at + "/attributes");
    faults.addAll(checked.faults());
    return checked;
  }

  /// A key of another system means one party, so that whoever sends it again finds it.
  private void requireFree(@Nullable UUID party, @Nullable List<ExternalRef> refs) {
    parties
        .owners(PartyParts.given(refs))
        .forEach(
            (ref, owner) -> {
              if (!owner.equals(party)) {
                throw new ProblemException(
                    Problems.CONFLICT,
                    "The external reference %s %s is that of the party %s."
                        .formatted(ref.scheme(), ref.value(), owner));
              }
            });
  }

  /// A new name makes the old one a former name, from the end of the one before it to today, unless
  /// the same change sets the other names itself. A second change on one day leaves open since when
  /// the name held.
  private static PartyRequest keepingTheOldName(
      String old, PartyRequest before, PartyRequest after, LocalDate today) {
    List<PartyName> names = PartyParts.given(before.otherNames());
    if (old.equals(Party.called(after)) || !names.equals(after.otherNames())) {
      return after;
    }
    LocalDate since =
        names.stream()
            .filter(each -> each.type() == PartyNameType.FORMER)
            .map(PartyName::validTo)
            .filter(Objects::nonNull)
            .filter(day -> day.isBefore(today))
            .max(LocalDate::compareTo)
            .orElse(null);
    return after.with(new PartyName(PartyNameType.FORMER, old, since, today));
  }

  /// Notes the version of a party that a merge, or its undoing, has written row by row; their own
  /// journal tells the rest.
  public void rewritten(UUID id) {
    Party party = parties.get(id);
    parties.flush();
    versions.add(party, view(party));
  }

  /// Writes the version that a change made: to the history, to the audit, and as an event.
  private void record(Party party, String verb) {
    parties.flush();
    PartyView view = view(party);
    versions.add(party, view);
    journal.record(Change.of("party", verb, party).detail(view));
  }

  /// A party that a request refers to.
  ///
  /// @throws ProblemException 422 at the pointer when there is none
  public Party referred(UUID id, String at) {
    return parties
        .find(id)
        .orElseThrow(
            () -> ProblemException.invalid(at, String.valueOf(absent(Set.of(id)).get(id))));
  }

  /// What to say of each of these ids that is no party's: where a merge has led it, or that there
  /// is none.
  public Map<UUID, String> absent(Collection<UUID> ids) {
    Set<UUID> missing = new HashSet<>(ids);
    missing.removeAll(byId(ids).keySet());
    Map<UUID, UUID> kept = redirects.destinations(missing);
    return missing.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                id ->
                    kept.containsKey(id)
                        ? "party %s has become part of %s".formatted(id, kept.get(id))
                        : "there is no party %s".formatted(id)));
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

  PartyView view(Party party) {
    return PartyView.of(
        party, parties.parts(party.id()), attributes.of(AttributeOwner.PARTY, party.id()));
  }

  /// The request that would make the party as it is.
  PartyRequest asRequest(Party party) {
    return party.asRequest(
        parties.parts(party.id()), attributes.of(AttributeOwner.PARTY, party.id()));
  }

  /// Which definitions are about parties of a kind.
  private static Set<AttributeTarget> targets(PartyKind kind) {
    return switch (kind) {
      case PERSON -> Set.of(AttributeTarget.PERSON, AttributeTarget.PARTY);
      case ORGANIZATION -> Set.of(AttributeTarget.ORGANIZATION, AttributeTarget.PARTY);
    };
  }

  private static LocalDate day(Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
