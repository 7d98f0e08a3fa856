package org.customerfocus.survey.listening;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.peer.PeerClient;
import org.jboss.logging.Logger;

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
  public record Known(UUID customerId, UUID partyId, List<String> roles, List<UUID> segmentIds) {}

  record Question(List<UUID> customerIds, String through, int limit) {}

  record Answer(List<Known> items) {}

  /// Those of the customers that are known, by id; one that was erased is not.
  ///
  /// @return empty where customer-service cannot be asked
  public Optional<Map<UUID, Known>> find(Caller tenant, Collection<UUID> customers) {
    Map<UUID, Known> known = new HashMap<>();
    if (customers.isEmpty()) {
      return Optional.of(known);
    }
    if (!peer.configured()) {
      return Optional.empty();
    }
    Caller as =
        new Caller(
            tenant.tenant(), "system:listening", Set.of("audience:read"), null, tenant.test());
    List<UUID> all = new ArrayList<>(customers);
    try {
      for (int from = 0; from < all.size(); from += AT_ONCE) {
        List<UUID> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
        Question question = new Question(some, "self", AT_ONCE);
        peer.ask("/internal/audience-pages", as, question, Answer.class)
            .items()
            .forEach(each -> known.put(each.customerId(), each));
      }
      return Optional.of(known);
    } catch (IOException e) {
      LOG.warnf("Roles and segments of customers are not known now: %s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }
}
