package org.customerfocus.customer.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.customer.importing.ImportRepository.Claimed;
import org.customerfocus.customer.importing.ImportSteps.Job;
import org.customerfocus.customer.organization.MembershipBatch;
import org.customerfocus.customer.party.ExternalRef;
import org.customerfocus.customer.party.PartyBatch;
import org.customerfocus.customer.relationship.CustomerBatch;

/// Rows that describe parties, and customers with their parties: a chunk of them looks up what
/// there is in a handful of queries, decides row by row, and is written together.
@ApplicationScoped
class PartyRows {

  static final String PARTY = "party";
  static final String PARTY_ID = "partyId";
  static final String PROVIDER = "providerPartyId";
  static final String MEMBERSHIPS = "memberships";

  private final ImportRepository imports;
  private final RowBinder binder;
  private final PartyBatch parties;
  private final CustomerBatch customers;
  private final MembershipBatch memberships;

  PartyRows(
      ImportRepository imports,
      RowBinder binder,
      PartyBatch parties,
      CustomerBatch customers,
      MembershipBatch memberships) {
    this.imports = imports;
    this.binder = binder;
    this.parties = parties;
    this.customers = customers;
    this.memberships = memberships;
  }

  Outcome work(Job job, List<FileRow> rows) {
    List<PartyRow> read = rows.stream().map(row -> PartyRow.read(job, row, binder)).toList();
    if (job.claims()) {
      claim(job, read);
    }
    look(job, read).decide(read);
    if (job.claims()) {
      imports.release(
          job.id(), read.stream().filter(row -> !row.isSound()).map(PartyRow::number).toList());
    }
    if (job.records()) {
      record(job, read.stream().filter(PartyRow::isSound).toList());
    }
    return outcome(read);
  }

  /// Refuses rows that name who an earlier row of the file was, or that have a reference which an
  /// earlier row gave to another party.
  private void claim(Job job, List<PartyRow> rows) {
    List<Claimed> claims = new ArrayList<>();
    for (PartyRow row : rows) {
      if (row.isSound()) {
        claims.addAll(row.claims());
      }
    }
    Map<Claimed, Long> taken = imports.claim(job.id(), claims);
    for (PartyRow row : rows) {
      for (Claimed each : row.claims()) {
        Long earlier = taken.get(each);
        if (earlier != null && row.isSound()) {
          row.refuse(
              each.ofRow()
                  ? RowFault.ofRow(
                      "row %d has the same identity: give each row its own id, or remove one of the two"
                          .formatted(earlier))
                  : RowFault.at(
                      "party.externalRefs", "one of them is that of row %d".formatted(earlier)));
        }
      }
    }
  }

  private PartyChunk look(Job job, List<PartyRow> rows) {
    Set<ExternalRef> refs = new HashSet<>();
    Set<UUID> ids = new HashSet<>();
    for (PartyRow row : rows) {
      refs.addAll(row.refs());
      row.memberships().stream()
          .map(RowMembership::organization)
          .filter(Objects::nonNull)
          .forEach(refs::add);
      row.memberships().stream()
          .map(RowMembership::organizationPartyId)
          .filter(Objects::nonNull)
          .forEach(ids::add);
      if (row.partyId() != null) {
        ids.add(row.partyId());
      }
    }
    Map<ExternalRef, UUID> owners = parties.owners(refs);
    ids.addAll(owners.values());
    Map<Long, UUID> earlier =
        imports.partiesOf(job.digest(), rows.getFirst().number(), rows.getLast().number());
    ids.addAll(earlier.values());
    Map<UUID, PartyBatch.Known> known = parties.known(ids, job.records());
    Set<UUID> unknown = new HashSet<>(ids);
    unknown.removeAll(known.keySet());
    boolean customersToo = job.kind() == CustomerImportKind.CUSTOMERS;
    return new PartyChunk(
        job,
        binder,
        parties,
        customers,
        memberships,
        new PartyChunk.Found(
            owners,
            earlier,
            known,
            parties.absent(unknown),
            customersToo ? customers.known(ids) : Map.of(),
            memberships.known(ids),
            parties.definitions(),
            promised(job, rows, owners.keySet())));
  }

  /// Organisations that earlier rows of the file describe and that are not recorded: in a dry run,
  /// and while the rows are checked.
  private Set<ExternalRef> promised(Job job, List<PartyRow> rows, Collection<ExternalRef> known) {
    if (job.records()) {
      return Set.of();
    }
    Map<UUID, ExternalRef> wanted = new HashMap<>();
    for (PartyRow row : rows) {
      for (RowMembership each : row.memberships()) {
        if (each.organization() != null && !known.contains(each.organization())) {
          wanted.put(PartyRow.digest(each.organization()), each.organization());
        }
      }
    }
    Set<ExternalRef> promised = new HashSet<>();
    imports
        .claimed(job.id(), wanted.keySet())
        .forEach(
            (identity, organization) -> {
              ExternalRef ref = wanted.get(identity);
              if (organization && ref != null) {
                promised.add(ref);
              }
            });
    return promised;
  }

  private void record(Job job, List<PartyRow> rows) {
    List<PartyBatch.Draft> drafts = new ArrayList<>();
    List<CustomerBatch.Draft> terms = new ArrayList<>();
    List<MembershipBatch.Link> links = new ArrayList<>();
    Map<Long, UUID> remembered = new LinkedHashMap<>();
    Set<UUID> touched = new HashSet<>();
    for (PartyRow row : rows) {
      PartyRow.Decision decision = row.decision();
      if (decision.party() != null) {
        drafts.add(decision.party());
        if (decision.party().isNew() && row.isKnownByNumber()) {
          remembered.put(row.number(), decision.partyId());
        }
        if (!decision.party().isNew()) {
          touched.add(decision.partyId());
        }
      }
      if (decision.customer() != null) {
        terms.add(decision.customer());
      }
      for (MembershipBatch.Link link : decision.links()) {
        links.add(link);
        touched.add(link.key().organization());
      }
    }
    parties.record(drafts);
    customers.record(terms);
    memberships.record(links);
    customers.recordUsers(links);
    imports.remember(job.digest(), remembered);
    // Last, since what was loaded before knows nothing of it: whoever shows one of these parties
    // shows it as it is now.
    customers.raiseVersions(touched);
  }

  private static Outcome outcome(List<PartyRow> rows) {
    int created = 0;
    int updated = 0;
    int unchanged = 0;
    Map<FileRow, List<RowFault>> refused = new LinkedHashMap<>();
    for (PartyRow row : rows) {
      if (!row.isSound()) {
        refused.put(row.row(), row.faults());
        continue;
      }
      switch (row.decision().effect()) {
        case CREATED -> created++;
        case UPDATED -> updated++;
        case UNCHANGED -> unchanged++;
      }
    }
    return new Outcome(new Tally(created, updated, unchanged, refused.size()), refused);
  }
}
