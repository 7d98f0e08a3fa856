package org.customerfocus.customer.supplychain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.party.Party;
import org.customerfocus.customer.party.PartySummary;
import org.customerfocus.customer.supplychain.EndCustomerView.Through;
import org.customerfocus.customer.supplychain.SupplyChainView.ChainLink;
import org.customerfocus.customer.supplychain.SupplyChainView.ChainParty;
import org.jspecify.annotations.Nullable;

/// What the three resources of a supply chain have in common: the party that it is told from, and
/// the day that it is told of.
@ApplicationScoped
class SupplyChainService {

  private final SupplyChainRepository chains;
  private final InstantSource clock;

  SupplyChainService(SupplyChainRepository chains, InstantSource clock) {
    this.chains = chains;
    this.clock = clock;
  }

  SupplyChainView chain(
      UUID id, Direction direction, @Nullable LocalDate asOf, int depth, int limit) {
    require(id);
    LocalDate day = day(asOf);
    SupplyWalk.Found found =
        new SupplyWalk(direction, chains.links(direction, day)).from(id, depth, limit);
    Map<UUID, PartySummary> parties = chains.summaries(found.distances().keySet());
    Map<UUID, List<String>> roles =
        chains.roles(found.links().keySet().stream().map(Link::customerId).toList(), day);
    Cycles cycles = Cycles.among(found.links().keySet());
    List<ChainLink> links =
        found.links().entrySet().stream()
            .map(each -> link(each.getKey(), each.getValue(), roles, cycles))
            .toList();
    return new SupplyChainView(
        id,
        direction,
        day,
        found.complete(),
        links.stream().anyMatch(ChainLink::inCycle),
        found.distances().entrySet().stream()
            .map(each -> party(each.getKey(), each.getValue(), parties, found))
            .toList(),
        links);
  }

  private static ChainParty party(
      UUID id, int distance, Map<UUID, PartySummary> parties, SupplyWalk.Found found) {
    return new ChainParty(Objects.requireNonNull(parties.get(id)), distance, found.isEnd(id));
  }

  private static ChainLink link(
      Link link, int distance, Map<UUID, List<String>> roles, Cycles cycles) {
    return new ChainLink(
        link.customerId(),
        link.providerPartyId(),
        link.partyId(),
        distance,
        roles.getOrDefault(link.customerId(), List.of()),
        cycles.contain(link));
  }

  Page<EndCustomerView> endCustomers(UUID id, @Nullable LocalDate asOf, PageQuery query) {
    require(id);
    LocalDate day = day(asOf);
    Page<Party> page = chains.endCustomers(id, day, query);
    Map<UUID, List<Through>> through =
        chains.through(id, day, page.items().stream().map(Party::id).toList());
    return page.map(
        party ->
            new EndCustomerView(
                party.id(),
                party.kind(),
                party.name(),
                through.getOrDefault(party.id(), List.of())));
  }

  Page<PartySummary> consumers(UUID id, @Nullable LocalDate asOf, PageQuery query) {
    require(id);
    return chains.consumers(id, day(asOf), query).map(PartySummary::of);
  }

  private void require(UUID party) {
    if (chains.summaries(List.of(party)).isEmpty()) {
      throw ProblemException.notFound("party", party);
    }
  }

  private LocalDate day(@Nullable LocalDate asOf) {
    return asOf == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : asOf;
  }
}
