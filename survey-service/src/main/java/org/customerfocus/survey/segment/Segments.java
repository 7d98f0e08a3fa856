package org.customerfocus.survey.segment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.peer.PeerCalls;
import org.customerfocus.conventions.peer.PeerClient;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.jboss.logging.Logger;

/// Asks customer-service which segments there are, and tells it which are used here, so that none
/// is deleted under its user.
@ApplicationScoped
public class Segments {

  private static final Logger LOG = Logger.getLogger(Segments.class);
  // A filter has two thousand characters at most.
  private static final int AT_ONCE = 40;

  private static final String SCOPE = "segment-uses:write";

  private final PeerClient peer;
  private final PeerCalls calls;

  Segments(PeerClient peer, PeerCalls calls) {
    this.peer = peer;
    this.calls = calls;
  }

  record Found(UUID id) {}

  record FoundPage(List<Found> items) {}

  /// Those of some segments that do not exist, asked for within no transaction, as far as it can be
  /// told now: where customer-service cannot be asked, nothing speaks against them.
  public Set<UUID> unknown(Caller tenant, Collection<UUID> segments) {
    Set<UUID> unknown = new HashSet<>();
    if (!peer.configured()) {
      return unknown;
    }
    Caller as =
        new Caller(
            tenant.tenant(), "system:segments", Set.of("customers:read"), null, tenant.test());
    List<UUID> wanted = segments.stream().distinct().toList();
    try {
      for (int from = 0; from < wanted.size(); from += AT_ONCE) {
        List<UUID> some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
        Set<UUID> known = known(as, some);
        some.stream().filter(each -> !known.contains(each)).forEach(unknown::add);
      }
    } catch (IOException e) {
      LOG.warnf("Segments are taken as they are named: %s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return unknown;
  }

  private Set<UUID> known(Caller as, List<UUID> some) throws IOException, InterruptedException {
    String ids = some.stream().map(UUID::toString).collect(Collectors.joining(","));
    String filter = URLEncoder.encode("id=in=(" + ids + ")", StandardCharsets.UTF_8);
    return peer
        .find("/v1/segments?limit=%d&filter=%s".formatted(AT_ONCE, filter), as, FoundPage.class)
        .orElseThrow(() -> new IOException("customer-service has no segments"))
        .items()
        .stream()
        .map(Found::id)
        .collect(Collectors.toSet());
  }

  /// Refuses segments that do not exist.
  ///
  /// @param pointer where the request names them
  /// @throws ProblemException 422 with each of them
  public static void refuse(String pointer, Collection<UUID> segments, Set<UUID> unknown) {
    List<FieldError> faults =
        segments.stream()
            .filter(unknown::contains)
            .map(segment -> FieldError.at(pointer, "There is no segment %s.".formatted(segment)))
            .toList();
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
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
