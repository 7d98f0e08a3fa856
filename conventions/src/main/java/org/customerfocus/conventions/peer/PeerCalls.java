package org.customerfocus.conventions.peer;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.jboss.logging.Logger;

/// Calls to customer-service that follow from a change here: decided on in its transaction, made
/// after it has committed, and repeated until they are answered. What is called must bear
/// repeating.
@ApplicationScoped
public class PeerCalls {

  private static final Logger LOG = Logger.getLogger(PeerCalls.class);
  private static final int LONGEST_PAUSE = 60;

  private final PeerClient peer;
  private final PeerCallRepository calls;
  private final TenantWork work;
  private final CurrentCaller current;
  private final InstantSource clock;

  PeerCalls(
      PeerClient peer,
      PeerCallRepository calls,
      TenantWork work,
      CurrentCaller current,
      InstantSource clock) {
    this.peer = peer;
    this.calls = calls;
    this.work = work;
    this.current = current;
    this.clock = clock;
  }

  /// A `PUT` to customer-service in the name of this tenant, once this transaction has committed.
  ///
  /// @param scope the one that the operation asks for
  /// @param body JSON
  public void put(String path, String scope, String body) {
    Caller caller = current.get();
    calls.add(caller.tenant(), caller.test(), path, scope, body, clock.instant());
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void makeDueCalls() throws SQLException {
    if (!peer.configured()) {
      return;
    }
    for (PeerCallRepository.Due due : calls.due(clock.instant())) {
      work.call(
          Caller.system("calls", due.tenant(), due.test()),
          () -> {
            calls.take(due.id()).ifPresent(call -> make(due, call));
            return due.id();
          });
    }
  }

  private void make(PeerCallRepository.Due due, PeerCallRepository.Call call) {
    Caller as = new Caller(due.tenant(), "system:calls", Set.of(call.scope()), null, due.test());
    try {
      int status = peer.put(call.path(), as, call.body());
      boolean passing = status >= 500 || status == 401 || status == 408 || status == 429;
      if (!passing) {
        if (status >= 400) {
          LOG.errorf("%s was refused for good: %d", call.path(), status);
        }
        calls.made(due.id());
        return;
      }
      LOG.warnf("%s waits: %d", call.path(), status);
    } catch (IOException e) {
      LOG.warnf("%s waits: %s", call.path(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    calls.postpone(due.id(), later(call.attempts()));
  }

  private Instant later(int attempts) {
    return clock.instant().plusSeconds(Math.min(LONGEST_PAUSE, 1L << Math.min(attempts, 6)));
  }
}
