package org.customerfocus.customer.exporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.customer.loyalty.Purchases;
import org.customerfocus.customer.organization.MembershipBatch;
import org.customerfocus.customer.organization.MembershipBatch.Link;
import org.customerfocus.customer.party.PartyBatch;
import org.customerfocus.customer.relationship.CustomerBatch;

/// Pages of lists as documents that an import reads back.
@ApplicationScoped
class ExportRows {

  private final PartyBatch parties;
  private final CustomerBatch customers;
  private final MembershipBatch memberships;
  private final Purchases purchases;
  private final ObjectMapper json;

  ExportRows(
      PartyBatch parties,
      CustomerBatch customers,
      MembershipBatch memberships,
      Purchases purchases,
      ObjectMapper json) {
    this.parties = parties;
    this.customers = customers;
    this.memberships = memberships;
    this.purchases = purchases;
    this.json = json;
  }

  Page<ObjectNode> parties(PageQuery query) {
    Page<PartyBatch.Known> page = parties.page(query);
    Map<UUID, List<Link>> links =
        links(page.items().stream().map(each -> each.party().id()).toList());
    return page.map(
        each -> {
          ObjectNode row = json.createObjectNode();
          describe(row, each, links);
          row.put("createdAt", each.party().createdAt().toString());
          row.put("updatedAt", each.party().updatedAt().toString());
          return row;
        });
  }

  Page<ObjectNode> customers(PageQuery query) {
    Page<CustomerBatch.Known> page = customers.page(query);
    List<UUID> ids = page.items().stream().map(each -> each.ends().partyId()).distinct().toList();
    Map<UUID, PartyBatch.Known> described = parties.known(ids, false);
    Map<UUID, List<Link>> links = links(ids);
    return page.map(
        each -> {
          ObjectNode row = json.createObjectNode();
          row.put("id", each.id().toString());
          if (each.ends().providerPartyId() != null && !each.implied()) {
            row.put("providerPartyId", each.ends().providerPartyId().toString());
          }
          PartyBatch.Known party = described.get(each.ends().partyId());
          if (party != null) {
            describe(row, party, links);
          }
          row.setAll((ObjectNode) json.valueToTree(each.terms()));
          row.put("createdAt", each.createdAt().toString());
          row.put("updatedAt", each.updatedAt().toString());
          return row;
        });
  }

  Page<ObjectNode> purchases(PageQuery query) {
    return purchases.page(query).map(json::valueToTree);
  }

  private void describe(ObjectNode row, PartyBatch.Known party, Map<UUID, List<Link>> links) {
    row.put("partyId", party.party().id().toString());
    row.set("party", json.valueToTree(party.request()));
    List<Link> held = links.getOrDefault(party.party().id(), List.of());
    if (held.isEmpty()) {
      return;
    }
    ArrayNode array = row.putArray("memberships");
    for (Link link : held) {
      ObjectNode each = array.addObject();
      each.put("organizationPartyId", link.key().organization().toString());
      each.put("type", link.key().type().wire());
      if (link.key().validFrom() != null) {
        each.put("validFrom", link.key().validFrom().toString());
      }
      if (link.validTo() != null) {
        each.put("validTo", link.validTo().toString());
      }
    }
  }

  private Map<UUID, List<Link>> links(Collection<UUID> members) {
    Map<UUID, List<Link>> links = new HashMap<>();
    for (Link link : memberships.known(members).values()) {
      links.computeIfAbsent(link.key().member(), id -> new ArrayList<>()).add(link);
    }
    return links;
  }
}
