package org.customerfocus.customer.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.customer.importing.PartyChunk.Found;
import org.customerfocus.customer.importing.PartyChunk.Pending;
import org.customerfocus.customer.organization.MembershipBatch;
import org.customerfocus.customer.organization.MembershipBatch.Link;
import org.customerfocus.customer.organization.MembershipType;
import org.customerfocus.customer.organization.PartStructure;
import org.customerfocus.customer.party.ExternalRef;
import org.customerfocus.customer.party.Party;
import org.customerfocus.customer.party.PartyBatch;
import org.customerfocus.customer.party.PartyKind;
import org.jspecify.annotations.Nullable;

/// Decides what the memberships in the rows of a chunk mean.
final class ChunkLinks {

  private final MembershipBatch memberships;
  private final Found found;
  private final Map<ExternalRef, Pending> fresh;
  private final Map<MembershipBatch.Key, Link> linked = new HashMap<>();

  /// @param fresh the rows of the chunk that are decided so far, by the references of their parties
  ChunkLinks(MembershipBatch memberships, Found found, Map<ExternalRef, Pending> fresh) {
    this.memberships = memberships;
    this.found = found;
    this.fresh = fresh;
  }

  /// What the row's memberships change of what there is.
  List<Link> of(PartyRow row, Party party) {
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
      if (organization != null) {
        MembershipBatch.Key key =
            new MembershipBatch.Key(party.id(), organization, asked.type(), asked.validFrom());
        Link link = new Link(key, asked.validTo());
        row.refuse(at, link.faults(""));
        if (!seen.add(key)) {
          row.refuse(RowFault.at(at, "is there twice"));
        }
        add(links, row, link, at);
      }
    }
    return links;
  }

  private void add(List<Link> links, PartyRow row, Link link, String at) {
    Link before = linked.get(link.key());
    if (before != null && !before.equals(link)) {
      row.refuse(RowFault.at(at, "ends on another day in an earlier row"));
    }
    if (before == null && !link.equals(found.memberships().get(link.key()))) {
      links.add(link);
    }
  }

  /// Later rows may repeat these.
  void take(List<Link> links) {
    links.forEach(link -> linked.put(link.key(), link));
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
      row.refuse(RowFault.at(at + ".organizationPartyId", String.valueOf(found.absent().get(id))));
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

  /// No organisation becomes a part of its own part, by what is recorded and the rows together.
  ///
  /// @param hold whether nobody else may change the structure until the transaction ends
  void refuseCircles(List<Pending> pending, boolean hold) {
    Set<UUID> organizations = new HashSet<>();
    for (Pending each : pending) {
      each.links().stream()
          .filter(ChunkLinks::isPart)
          .forEach(link -> organizations.add(link.key().organization()));
    }
    PartStructure structure = memberships.structure(organizations, hold);
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
}
