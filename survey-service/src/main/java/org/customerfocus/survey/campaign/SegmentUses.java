package org.customerfocus.survey.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.customerfocus.conventions.peer.PeerCalls;

/// Tells customer-service which segments a campaign uses, so that none is deleted under it.
@ApplicationScoped
class SegmentUses {

  private static final String SCOPE = "segment-uses:write";

  private final PeerCalls calls;

  SegmentUses(PeerCalls calls) {
    this.calls = calls;
  }

  /// Registers what is used now and was not before, and withdraws the contrary.
  void change(UUID campaign, Collection<UUID> before, Collection<UUID> now) {
    now.stream()
        .distinct()
        .filter(segment -> !before.contains(segment))
        .forEach(segment -> calls.put(path(segment, campaign), SCOPE, "{}"));
    before.stream()
        .distinct()
        .filter(segment -> !now.contains(segment))
        .forEach(segment -> calls.delete(path(segment, campaign), SCOPE));
  }

  private static String path(UUID segment, UUID campaign) {
    return "/internal/segments/%s/uses/survey/campaign/%s".formatted(segment, campaign);
  }
}
