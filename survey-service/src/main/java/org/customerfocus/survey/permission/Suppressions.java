package org.customerfocus.survey.permission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.peer.PeerCalls;

/// Keeps who wants no more surveys: at once for all campaigns, and as a statement in
/// customer-service, where it holds for whoever asks. Runs within the transaction of who calls it.
@ApplicationScoped
public class Suppressions {

  /// What surveys are contacts for, as customer-service names purposes.
  public static final String PURPOSE = "surveys";

  /// Who presses twice has said it once.
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final SuppressionRepository repository;
  private final PeerCalls calls;
  private final InstantSource clock;

  Suppressions(SuppressionRepository repository, PeerCalls calls, InstantSource clock) {
    this.repository = repository;
    this.calls = calls;
    this.clock = clock;
  }

  /// The party wants no more surveys.
  ///
  /// @return whether it had not said so just before
  public boolean add(UUID party) {
    Instant now = clock.instant();
    if (!repository.add(party, now, AGAIN)) {
      return false;
    }
    calls.put(
        "/internal/parties/%s/refusals".formatted(party),
        "consents:refuse",
        """
        {"purpose": "%s", "channel": "email", "capturedAt": "%s",
         "source": "unsubscribe link of a survey"}"""
            .formatted(PURPOSE, now));
    return true;
  }

  /// Which of these parties said that they want no more surveys, and when. A consent that they gave
  /// later counts more: see [Standing].
  public Map<UUID, Instant> since(Collection<UUID> parties) {
    return parties.isEmpty() ? Map.of() : repository.since(parties);
  }
}
