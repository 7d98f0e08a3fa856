package org.customerfocus.survey.listening;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.peer.PeerClient;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What customer-service knows now of some customers, a call for a thousand of them, asked for
/// within no transaction.
@ApplicationScoped
public class Customers {

  private static final Logger LOG = Logger.getLogger(Customers.class);
  private static final int AT_ONCE = 1000;

  private final PeerClient peer;

  Customers(PeerClient peer) {
    this.peer = peer;
  }

  /// What a customer is now.
  ///
  /// @param customerId the relationship
  /// @param organizationPartyId its own party where it is an organisation
  public record Known(
      UUID customerId,
      UUID partyId,
      @Nullable UUID organizationPartyId,
      @Nullable String lifecycle,
      List<String> roles,
      List<UUID> segmentIds) {

    boolean isCurrent() {
      return "current".equals(lifecycle);
    }

    /// Whether somebody else spoke for it. Of an organisation, whoever it sends speaks for it.
    boolean isSpokenForBy(@Nullable UUID party) {
      return party != null && !party.equals(partyId) && !partyId.equals(organizationPartyId);
    }
  }

  /// How many current customers there are.
  record Population(Map<String, Long> roles, Map<UUID, Segment> segments) {}

  record Segment(String name, long count) {}

  record Statistics(List<Period> periods) {}

  record Period(List<RoleCount> roles, List<SegmentCount> segments) {}

  record RoleCount(String role, long count) {}

  record SegmentCount(UUID segmentId, String name, long count) {}

  /// The current customers by role and segment on a day, in one call.
  ///
  /// @return empty where customer-service cannot be asked
  Optional<Population> population(Caller tenant, LocalDate day) {
    if (!peer.configured()) {
      return Optional.empty();
    }
    Caller as =
        new Caller(
            tenant.tenant(), "system:listening", Set.of("customers:read"), null, tenant.test());
    String path =
        "/v1/customer-statistics?interval=month&from=%s&to=%s".formatted(day, day.plusDays(1));
    try {
      return peer.find(path, as, Statistics.class)
          .flatMap(found -> found.periods().stream().findFirst())
          .map(Customers::population);
    } catch (IOException e) {
      LOG.warnf("The number of customers is not known now: %s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private static Population population(Period period) {
    Map<String, Long> roles = new LinkedHashMap<>();
    period.roles().forEach(each -> roles.put(each.role(), each.count()));
    Map<UUID, Segment> segments = new LinkedHashMap<>();
    period
        .segments()
        .forEach(each -> segments.put(each.segmentId(), new Segment(each.name(), each.count())));
    return new Population(roles, segments);
  }

  record Question(List<UUID> customerIds, String through, int limit) {}

  record Answer(List<Known> items) {}

  /// Those of the customers that are known, by id; one that was erased is not.
  ///
  /// @return empty where customer-service cannot be asked
  Optional<Map<UUID, Known>> find(Caller tenant, Collection<UUID> customers) {
    if (!peer.configured()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ask(tenant, customers));
    } catch (IOException e) {
      LOG.warnf("Roles and segments of customers are not known now: %s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /// What a customer is now, to be kept.
  ///
  /// @return empty where it is not known, or no customer-service is there by configuration
  /// @throws ProblemException 503 where customer-service cannot be asked
  public Optional<Known> require(Caller tenant, UUID customer) {
    if (!peer.configured()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(ask(tenant, Set.of(customer)).get(customer));
    } catch (IOException e) {
      LOG.warnf("The roles and segments of a customer are not known now: %s", e);
      throw unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  private static ProblemException unavailable() {
    return new ProblemException(
            Problems.UNAVAILABLE,
            "The customer's roles and segments cannot be read now. Try again shortly, or name"
                + " them.")
        .header("Retry-After", "2");
  }

  private Map<UUID, Known> ask(Caller tenant, Collection<UUID> customers)
      throws IOException, InterruptedException {
    Caller as =
        new Caller(
            tenant.tenant(), "system:listening", Set.of("audience:read"), null, tenant.test());
    Map<UUID, Known> known = new HashMap<>();
    List<UUID> all = new ArrayList<>(customers);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<UUID> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      Question question = new Question(some, "self", AT_ONCE);
      peer.ask("/internal/audience-pages", as, question, Answer.class)
          .items()
          .forEach(each -> known.put(each.customerId(), each));
    }
    return known;
  }
}
