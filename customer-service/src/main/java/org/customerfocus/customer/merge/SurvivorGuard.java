package org.customerfocus.customer.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.customer.party.PartyRemoved;
import org.customerfocus.customer.relationship.CustomerRemoved;

/// Keeps what others became: with it would go the way from their ids, and the way back to them.
@ApplicationScoped
class SurvivorGuard {

  private final MergeRepository merges;

  SurvivorGuard(MergeRepository merges) {
    this.merges = merges;
  }

  void keep(@Observes PartyRemoved removed) {
    refuse("party", merges.into(removed.partyId()));
  }

  void keep(@Observes CustomerRemoved removed) {
    refuse("customer", merges.into(removed.customerId()));
  }

  private static void refuse(String what, List<UUID> merges) {
    if (!merges.isEmpty()) {
      throw new ProblemException(
          Problems.CONFLICT,
          "Others have become part of this %s; undo first the merges %s."
              .formatted(
                  what, merges.stream().map(UUID::toString).collect(Collectors.joining(", "))));
    }
  }
}
