package org.customerfocus.customer.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.attribute.Attributes;
import org.customerfocus.customer.importing.ImportSteps.Job;
import org.customerfocus.customer.importing.PartyRow.Decision;
import org.customerfocus.customer.importing.PartyRow.Effect;
import org.customerfocus.customer.organization.MembershipBatch;
import org.customerfocus.customer.organization.MembershipBatch.Link;
import org.customerfocus.customer.organization.MembershipType;
import org.customerfocus.customer.organization.PartStructure;
import org.customerfocus.customer.party.ExternalRef;
import org.customerfocus.customer.party.Party;
import org.customerfocus.customer.party.PartyBatch;
import org.customerfocus.customer.party.PartyKind;
import org.customerfocus.customer.party.PartyRequest;
import org.customerfocus.customer.relationship.CustomerBatch;
import org.customerfocus.customer.relationship.CustomerBatch.Ends;
import org.customerfocus.customer.relationship.CustomerTermsRequest;
import org.jspecify.annotations.Nullable;

/// Decides what the rows of a chunk mean, in their order: a row may refer to one before it.
final class PartyChunk {

  /// What there is already.
  ///
  /// @param owners of the references that the rows name
  /// @param earlier parties that an import of the same file made, by row number
  /// @param promised organisations of earlier rows that are only checked so far
  record Found(
      Map<ExternalRef, UUID> owners,
      Map<Long, UUID> earlier,
      Map<UUID, PartyBatch.Known> parties,
      Map<Ends, CustomerBatch.Known> customers,
      Map<MembershipBatch.Key, Link> memberships,
      Attributes.Definitions definitions,
      Set<ExternalRef> promised) {}

  /// A row whose party is decided.
  private record Pending(
      PartyRow row, Party party, PartyBatch.@Nullable Draft draft, List<Link> links) {

    UUID partyId() {
      return party.id();
    }
  }

  /// The terms of a row, bound, and the customer that they change.
  private record Terms(
      Pending of,
      Ends ends,
      boolean implied,
      CustomerBatch.@Nullable Known known,
      CustomerTermsRequest request) {}

  private final Job job;
  private final RowBinder binder;
  private final PartyBatch parties;
  private final CustomerBatch customers;
  private final MembershipBatch memberships;
  private final Found found;
  private final Map<ExternalRef, Pending> fresh = new HashMap<>();
  private final Map<UUID, Pending> describedBy = new HashMap<>();
  private final Map<MembershipBatch.Key, Link> linked = new HashMap<>();
  private final List<Pending> pending = new ArrayList<>();

  PartyChunk(
      Job job,
      RowBinder binder,
      PartyBatch parties,
      CustomerBatch customers,
      MembershipBatch memberships,
      Found found) {
    this.job = job;
    this.binder = binder;
    this.parties = parties;
    this.customers = customers;
    this.memberships = memberships;
    this.found = found;
  }

  /// Decides all sound rows; those that turn out not to be are refused.
  void decide(List<PartyRow> rows) {
    rows.stream().filter(PartyRow::isSound).forEach(this::decideParty);
    refuseCircles();
    if (job.kind() == CustomerImportKind.CUSTOMERS) {
      decideTerms();
    } else {
      pending.forEach(each -> settle(each, null, each.draft() != null && each.draft().isNew()));
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
      take(new Pending(row, party, draft, links(row, party)));
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
    take(new Pending(row, before.party(), null, links(row, before.party())));
  }

  private void take(Pending decided) {
    if (decided.row().isSound()) {
      decided.row().refs().forEach(ref -> fresh.putIfAbsent(ref, decided));
      describedBy.putIfAbsent(decided.partyId(), decided);
      decided.links().forEach(link -> linked.put(link.key(), link));
      pending.add(decided);
    }
  }

  /// No organisation becomes a part of its own part, by what is recorded and the rows together.
  private void refuseCircles() {
    Set<UUID> organizations = new HashSet<>();
    for (Pending each : pending) {
      each.links().stream()
          .filter(PartyChunk::isPart)
          .forEach(link -> organizations.add(link.key().organization()));
    }
    PartStructure structure = memberships.structure(organizations, job.records());
    for (Pending each : pending) {
      for (Link link : each.links()) {
        if (isPart(link) && each.row().isSound() && !structure.add(link)) {
          each.row()
              .refuse(
                  RowFault.at(
                      PartyRows.MEMBERSHIPS,
                      "the organisation %s is, at that time, itself a part of the row's party"
                          .formatted(link.key().organization())));
        }
      }
    }
  }

  private static boolean isPart(Link link) {
    return link.key().type() == MembershipType.PART_OF;
  }

  private PartyBatch.@Nullable Known known(PartyRow row) {
    UUID id =
        row.identity() != null
            ? found.owners().get(row.identity())
            : row.partyId() != null ? row.partyId() : found.earlier().get(row.number());
    PartyBatch.Known known = id == null ? null : found.parties().get(id);
    if (known == null && row.partyId() != null) {
      row.refuse(RowFault.at("partyId", "there is no party %s".formatted(row.partyId())));
    }
    return known;
  }

  /// @return null when nothing would change, or something is wrong
  private PartyBatch.@Nullable Draft draft(
      PartyRow row, PartyBatch.@Nullable Known known, ObjectNode described) {
    typed(described, found.definitions());
    try {
      JsonNode whole = known == null ? described : merged(known.request(), described);
      PartyRequest request = binder.bind(whole, PartyRequest.class, job.format());
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

  /// The party as the row changes it: a merge patch, but references are added to.
  private JsonNode merged(PartyRequest before, ObjectNode patch) {
    JsonNode target = binder.write(before);
    JsonNode held = target.path("externalRefs");
    if (held instanceof ArrayNode there && patch.get("externalRefs") instanceof ArrayNode added) {
      ArrayNode all = there.deepCopy();
      added.forEach(
          ref -> {
            boolean known = false;
            for (JsonNode each : there) {
              known |= each.equals(ref);
            }
            if (!known) {
              all.add(ref);
            }
          });
      patch.set("externalRefs", all);
    }
    return MergePatch.merge(target, patch);
  }

  /// In a table every value is text: those of attributes become what their definitions say.
  private void typed(ObjectNode holder, Attributes.Definitions definitions) {
    if (job.format() == FileFormat.CSV
        && holder.get("attributes") instanceof ObjectNode attributes) {
      List<String> codes = new ArrayList<>();
      attributes.fieldNames().forEachRemaining(codes::add);
      for (String code : codes) {
        attributes.putPOJO(code, definitions.typed(code, attributes.path(code).asText()));
      }
      JsonNode plain = binder.write(attributes);
      holder.set("attributes", plain);
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

  private List<Link> links(PartyRow row, Party party) {
    List<Link> links = new ArrayList<>();
    Set<MembershipBatch.Key> seen = new HashSet<>();
    for (int i = 0; i < row.memberships().size(); i++) {
      RowMembership asked = row.memberships().get(i);
      String at = "memberships." + i;
      if (asked.type() == MembershipType.PART_OF && party.kind() != PartyKind.ORGANIZATION) {
        row.refuse(
            RowFault.at(
                at + ".type",
                "only an organisation is a part of one; a person is member-of or user-of"));
      }
      UUID organization = organization(row, asked, at);
      if (organization == null) {
        continue;
      }
      MembershipBatch.Key key =
          new MembershipBatch.Key(party.id(), organization, asked.type(), asked.validFrom());
      Link link = new Link(key, asked.validTo());
      row.refuse(at, link.faults(""));
      if (!seen.add(key)) {
        row.refuse(RowFault.at(at, "is there twice"));
      }
      Link before = linked.get(key);
      if (before != null && !before.equals(link)) {
        row.refuse(RowFault.at(at, "ends on another day in an earlier row"));
      }
      if (before == null && !link.equals(found.memberships().get(key))) {
        links.add(link);
      }
    }
    return links;
  }

  /// @return null when it is wrong, or only promised by an earlier row
  private @Nullable UUID organization(PartyRow row, RowMembership asked, String at) {
    UUID id = asked.organizationPartyId();
    ExternalRef ref = asked.organization();
    if ((id == null) == (ref == null)) {
      row.refuse(RowFault.at(at, "give organization or organizationPartyId"));
      return null;
    }
    if (ref != null) {
      Pending earlier = fresh.get(ref);
      if (earlier != null && earlier.draft() != null) {
        return organization(row, earlier.draft().party(), at);
      }
      id = found.owners().get(ref);
      if (id == null) {
        if (!found.promised().contains(ref)) {
          row.refuse(
              RowFault.at(
                  at + ".organization",
                  "no party has the reference %s %s, nor has an earlier row of the file"
                      .formatted(ref.scheme(), ref.value())));
        }
        return null;
      }
    }
    PartyBatch.Known known = found.parties().get(id);
    if (known == null) {
      row.refuse(RowFault.at(at + ".organizationPartyId", "there is no party %s".formatted(id)));
      return null;
    }
    return organization(row, known.party(), at);
  }

  private static @Nullable UUID organization(PartyRow row, Party party, String at) {
    if (party.kind() != PartyKind.ORGANIZATION) {
      row.refuse(RowFault.at(at, "must be an organisation; that party is a person"));
      return null;
    }
    return party.id();
  }

  private void decideTerms() {
    UUID own = customers.ownPartyId();
    Attributes.Definitions definitions = customers.definitions();
    List<Terms> bound = new ArrayList<>();
    for (Pending each : pending) {
      Terms terms = terms(each, own, definitions);
      if (terms != null) {
        bound.add(terms);
      }
    }
    CustomerBatch.Facts facts =
        customers.facts(
            bound.stream().map(Terms::request).toList(),
            bound.stream()
                .filter(each -> !each.implied())
                .map(each -> each.ends().providerPartyId())
                .filter(Objects::nonNull)
                .toList());
    Map<Ends, PartyRow> taken = new LinkedHashMap<>();
    for (Terms each : bound) {
      PartyRow row = each.of().row();
      CustomerBatch.Known known = each.known();
      CustomerBatch.Draft draft = null;
      if (known == null) {
        draft = customers.draft(facts, each.ends(), each.implied(), each.request());
      } else if (!each.request().equals(known.terms())) {
        draft = customers.draft(facts, known, each.request());
      }
      if (draft != null) {
        row.refuse("", draft.faults());
      }
      PartyRow other = taken.putIfAbsent(each.ends(), row);
      if (other != null) {
        row.refuse(RowFault.ofRow("row %d describes the same customer".formatted(other.number())));
      }
      settle(each.of(), draft, known == null);
    }
  }

  private @Nullable Terms terms(
      Pending of, @Nullable UUID own, Attributes.Definitions definitions) {
    PartyRow row = of.row();
    UUID named = row.provider();
    Ends ends = new Ends(of.partyId(), named == null ? own : named);
    CustomerBatch.Known known = found.customers().get(ends);
    ObjectNode described = row.terms();
    typed(described, definitions);
    try {
      CustomerTermsRequest request;
      if (known == null) {
        if (!described.has("lifecycle")) {
          described.put("lifecycle", "current");
        }
        request = binder.bind(described, CustomerTermsRequest.class, job.format());
      } else {
        request = patched(known.terms(), described);
        if (request.lifecycle() != known.terms().lifecycle()) {
          request = patched(known.terms().withoutReason(), described);
        }
      }
      return new Terms(of, ends, named == null, known, request);
    } catch (ProblemException e) {
      row.refuse("", e);
      return null;
    }
  }

  private CustomerTermsRequest patched(CustomerTermsRequest before, ObjectNode patch) {
    return binder.bind(
        MergePatch.merge(binder.write(before), patch.deepCopy()),
        CustomerTermsRequest.class,
        job.format());
  }

  private static void settle(Pending of, CustomerBatch.@Nullable Draft customer, boolean created) {
    boolean changed = of.draft() != null || customer != null || !of.links().isEmpty();
    of.row()
        .decide(
            new Decision(
                of.partyId(),
                of.draft(),
                customer,
                of.links(),
                created ? Effect.CREATED : changed ? Effect.UPDATED : Effect.UNCHANGED));
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
