package org.customerfocus.customer.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.attribute.Attributes;
import org.customerfocus.customer.importing.ImportSteps.Job;
import org.customerfocus.customer.importing.PartyRow.Decision;
import org.customerfocus.customer.importing.PartyRow.Effect;
import org.customerfocus.customer.organization.MembershipBatch;
import org.customerfocus.customer.organization.MembershipBatch.Link;
import org.customerfocus.customer.party.ExternalRef;
import org.customerfocus.customer.party.Party;
import org.customerfocus.customer.party.PartyBatch;
import org.customerfocus.customer.party.PartyRequest;
import org.customerfocus.customer.relationship.CustomerBatch;
import org.customerfocus.customer.relationship.CustomerBatch.Ends;
import org.jspecify.annotations.Nullable;

/// Decides what the rows of a chunk mean, in their order: a row may refer to one before it.
final class PartyChunk {

  /// What there is already.
  ///
  /// @param owners of the references that the rows name
  /// @param earlier parties that an import of the same file made, by row number
  /// @param absent what to say of the ids that are no party's
  /// @param promised organisations of earlier rows that are only checked so far
  record Found(
      Map<ExternalRef, UUID> owners,
      Map<Long, UUID> earlier,
      Map<UUID, PartyBatch.Known> parties,
      Map<UUID, String> absent,
      Map<Ends, CustomerBatch.Known> customers,
      Map<MembershipBatch.Key, Link> memberships,
      Attributes.Definitions definitions,
      Set<ExternalRef> promised) {}

  /// A row whose party is decided.
  record Pending(PartyRow row, Party party, PartyBatch.@Nullable Draft draft, List<Link> links) {

    UUID partyId() {
      return party.id();
    }

    /// @param customer what the row changes of the customer, null for nothing
    /// @param created whether what the row describes is new
    void settle(CustomerBatch.@Nullable Draft customer, boolean created) {
      boolean changed = draft != null || customer != null || !links.isEmpty();
      row.decide(
          new Decision(
              partyId(),
              draft,
              customer,
              links,
              created ? Effect.CREATED : changed ? Effect.UPDATED : Effect.UNCHANGED));
    }
  }

  private final Job job;
  private final RowRequests requests;
  private final PartyBatch parties;
  private final ChunkTerms terms;
  private final ChunkLinks links;
  private final Found found;
  private final Map<ExternalRef, Pending> fresh = new HashMap<>();
  private final Map<UUID, Pending> describedBy = new HashMap<>();
  private final List<Pending> pending = new ArrayList<>();

  PartyChunk(
      Job job,
      RowBinder binder,
      PartyBatch parties,
      CustomerBatch customers,
      MembershipBatch memberships,
      Found found) {
    this.job = job;
    this.requests = new RowRequests(binder, job.format());
    this.parties = parties;
    this.terms = new ChunkTerms(requests, customers, found.customers());
    this.links = new ChunkLinks(memberships, found, fresh);
    this.found = found;
  }

  /// Decides all sound rows; those that turn out not to be are refused.
  void decide(List<PartyRow> rows) {
    rows.stream().filter(PartyRow::isSound).forEach(this::decideParty);
    links.refuseCircles(pending, job.records());
    if (job.kind() == CustomerImportKind.CUSTOMERS) {
      terms.decide(pending);
    } else {
      pending.forEach(each -> each.settle(null, each.draft() != null && each.draft().isNew()));
    }
    refuseWhatHangsOnRefusedRows();
  }

  private void decideParty(PartyRow row) {
    PartyBatch.Known known = known(row);
    if (!row.isSound()) {
      return;
    }
    Pending before = sameParty(row, known);
    if (before != null) {
      decideAgain(row, before);
      return;
    }
    ObjectNode described = row.party();
    if (described == null && known == null) {
      row.refuse(
          RowFault.at("party", "is missing: describe the party, or say by partyId which it is"));
      return;
    }
    PartyBatch.Draft draft = described == null ? null : draft(row, known, described);
    if (row.isSound()) {
      Party party = draft != null ? draft.party() : Objects.requireNonNull(known).party();
      checkRefs(row, party.id());
      take(new Pending(row, party, draft, links.of(row, party)));
    }
  }

  /// The row of the chunk, if any, that has the same party before: a customer of another provider.
  private @Nullable Pending sameParty(PartyRow row, PartyBatch.@Nullable Known known) {
    Pending described = known == null ? null : describedBy.get(known.party().id());
    return described == null && row.identity() != null ? fresh.get(row.identity()) : described;
  }

  /// The party is recorded by the row before; this one has to agree with it.
  private void decideAgain(PartyRow row, Pending before) {
    if (!row.describesPartyAs(before.row())) {
      row.refuse(
          RowFault.at(
              "party",
              "is described otherwise by row %d: describe it alike in both"
                  .formatted(before.row().number())));
    }
    take(new Pending(row, before.party(), null, links.of(row, before.party())));
  }

  private void take(Pending decided) {
    if (decided.row().isSound()) {
      decided.row().refs().forEach(ref -> fresh.putIfAbsent(ref, decided));
      describedBy.putIfAbsent(decided.partyId(), decided);
      links.take(decided.links());
      pending.add(decided);
    }
  }

  private PartyBatch.@Nullable Known known(PartyRow row) {
    UUID id =
        row.identity() != null
            ? found.owners().get(row.identity())
            : row.partyId() != null ? row.partyId() : found.earlier().get(row.number());
    PartyBatch.Known known = id == null ? null : found.parties().get(id);
    if (known == null && row.partyId() != null) {
      row.refuse(RowFault.at("partyId", String.valueOf(found.absent().get(row.partyId()))));
    }
    return known;
  }

  /// @return null when nothing would change, or something is wrong
  private PartyBatch.@Nullable Draft draft(
      PartyRow row, PartyBatch.@Nullable Known known, ObjectNode described) {
    try {
      PartyRequest request =
          requests.party(found.definitions(), known == null ? null : known.request(), described);
      PartyBatch.Draft draft = parties.draft(found.definitions(), known, request);
      if (draft != null) {
        row.refuse("party", draft.faults());
      }
      return draft;
    } catch (ProblemException e) {
      row.refuse("party", e);
      return null;
    }
  }

  private void checkRefs(PartyRow row, UUID partyId) {
    for (ExternalRef ref : row.refs()) {
      UUID owner = found.owners().get(ref);
      Pending other = fresh.get(ref);
      if (owner != null && !owner.equals(partyId)) {
        row.refuse(
            RowFault.at(
                "party.externalRefs",
                "%s %s is that of the party %s".formatted(ref.scheme(), ref.value(), owner)));
      } else if (other != null && !other.partyId().equals(partyId)) {
        row.refuse(
            RowFault.at(
                "party.externalRefs",
                "%s %s is that of row %d"
                    .formatted(ref.scheme(), ref.value(), other.row().number())));
      }
    }
  }

  /// A row that needs a party which is not recorded, its own or its organisation, cannot be
  /// recorded either.
  private void refuseWhatHangsOnRefusedRows() {
    boolean again = true;
    while (again) {
      again = false;
      for (Pending each : pending) {
        again |= refuseWithout(each, each.partyId(), "party");
        for (Link link : each.links()) {
          again |= refuseWithout(each, link.key().organization(), "organisation");
        }
      }
    }
  }

  private boolean refuseWithout(Pending each, UUID needed, String what) {
    Pending other = describedBy.get(needed);
    if (other == null
        || other.row().isSound()
        || found.parties().containsKey(needed)
        || !each.row().isSound()) {
      return false;
    }
    each.row()
        .refuse(
            RowFault.ofRow(
                "its %s is described by row %d, which is refused"
                    .formatted(what, other.row().number())));
    return true;
  }
}
