package org.customerfocus.survey.segment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.peer.PeerCalls;
import org.customerfocus.conventions.peer.PeerClient;
import org.jboss.logging.Logger;

/// Asks customer-service which segments there are, and tells it which are used here, so that none
/// is deleted under its user.
@ApplicationScoped
public class Segments {

  private static final Logger LOG = Logger.getLogger(Segments.class);
  private static final String SCOPE = "segment-uses:write";

  private final PeerClient peer;
  private final PeerCalls calls;

  Segments(PeerClient peer, PeerCalls calls) {
    this.peer = peer;
    this.calls = calls;
  }

  record Found(UUID id) {}

  /// Those of some segments that do not exist, asked for within no transaction, as far as it can be
  /// told now: where customer-service cannot be asked, nothing speaks against them.
  public Set<UUID> unknown(Caller tenant, Collection<UUID> segments) {
    Set<UUID> unknown = new HashSet<>();
    if (!peer.configured()) {
      return unknown;
    }
    Caller as =
        new Caller(
            tenant.tenant(), "system:campaigns", Set.of("customers:read"), null, tenant.test());
    try {
      for (UUID segment : segments) {
        if (peer.find("/v1/segments/" + segment, as, Found.class).isEmpty()) {
          unknown.add(segment);
        }
      }
    } catch (IOException e) {
      LOG.warnf("Segments are taken as they are named: %s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return unknown;
  }

  /// Registers what is used now and was not before, and withdraws the contrary, once this
  /// transaction has committed.
  ///
  /// @param resourceType what the user is, such as `campaign`
  /// @param user its id
  public void change(
      String resourceType, UUID user, Collection<UUID> before, Collection<UUID> now) {
    now.stream()
        .distinct()
        .filter(segment -> !before.contains(segment))
        .forEach(segment -> calls.put(path(segment, resourceType, user), SCOPE, "{}"));
    before.stream()
        .distinct()
        .filter(segment -> !now.contains(segment))
        .forEach(segment -> calls.delete(path(segment, resourceType, user), SCOPE));
  }

  private static String path(UUID segment, String resourceType, UUID user) {
    return "/internal/segments/%s/uses/survey/%s/%s".formatted(segment, resourceType, user);
  }
}
