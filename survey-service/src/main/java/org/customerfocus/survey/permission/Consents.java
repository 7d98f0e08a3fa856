package org.customerfocus.survey.permission;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.peer.PeerClient;
import org.customerfocus.survey.invitation.InvitationChannel;
import org.jspecify.annotations.Nullable;

/// Asks customer-service what the consents of people say now: the one way in which this service
/// does. Asked for within no transaction.
@ApplicationScoped
public class Consents {

  /// As many parties as one question may name.
  public static final int MOST = 50;

  private final PeerClient peer;

  Consents(PeerClient peer) {
    this.peer = peer;
  }

  record Answers(List<Answer> items) {}

  record Answer(UUID partyId, boolean allowed, String reason, @Nullable Instant saidAt) {}

  /// Where each party stands; all of them are answered.
  ///
  /// @param parties at most [#MOST]
  /// @throws IOException when customer-service cannot be asked
  public Map<UUID, Standing> ask(
      Caller tenant, Permission permission, InvitationChannel channel, Collection<UUID> parties)
      throws IOException, InterruptedException {
    if (parties.isEmpty()) {
      return Map.of();
    }
    // Somebody's own link is handed over by others, and found in the web.
    String over = channel == InvitationChannel.EMAIL ? "email" : "web";
    String path =
        parties.stream()
            .map(party -> "partyId=" + party)
            .collect(
                Collectors.joining(
                    "&",
                    "/v1/contact-permissions?",
                    "&purpose=%s&channel=%s".formatted(permission.forPurpose(), over)));
    Caller as =
        new Caller(
            tenant.tenant(), tenant.subject(), Set.of("customers:read"), null, tenant.test());
    Map<UUID, Standing> standings = new HashMap<>();
    peer.find(path, as, Answers.class)
        .orElseThrow(() -> new IOException("customer-service tells of no permissions"))
        .items()
        .forEach(
            each ->
                standings.put(
                    each.partyId(), new Standing(each.allowed(), each.reason(), each.saidAt())));
    if (!standings.keySet().containsAll(parties)) {
      throw new IOException("customer-service told of fewer parties than it was asked for");
    }
    return standings;
  }
}
