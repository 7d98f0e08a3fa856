package org.customerfocus.conventions.peer;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.peer.PeerCallRepository.Method;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.jboss.logging.Logger;

/// Calls to customer-service that follow from a change here: decided on in its transaction, made
/// after it has committed, and repeated until they are answered. What is called must bear
/// repeating.
@ApplicationScoped
public class PeerCalls {

  private static final Logger LOG = Logger.getLogger(PeerCalls.class);
  private static final int LONGEST_PAUSE = 60;
  private static final Duration UPLOADING = Duration.ofMinutes(5);

  private final PeerClient peer;
  private final PeerCallRepository calls;
  private final TenantWork tenants;
  private final Uploads uploads;
  private final CurrentCaller current;
  private final InstantSource clock;

  PeerCalls(
      PeerClient peer,
      PeerCallRepository calls,
      TenantWork tenants,
      Uploads uploads,
      CurrentCaller current,
      InstantSource clock) {
    this.peer = peer;
    this.calls = calls;
    this.tenants = tenants;
    this.uploads = uploads;
    this.current = current;
    this.clock = clock;
  }

  /// A `PUT` to customer-service in the name of this tenant, once this transaction has committed.
  ///
  /// @param scope the one that the operation asks for
  /// @param body JSON
  public void put(String path, String scope, String body) {
    add(new PeerCallRepository.Call(Method.PUT, path, scope, body, null, 0));
  }

  /// A `DELETE` in customer-service in the name of this tenant, once this transaction has
  /// committed.
  ///
  /// @param scope the one that the operation asks for
  public void delete(String path, String scope) {
    add(new PeerCallRepository.Call(Method.DELETE, path, scope, "", null, 0));
  }

  /// A `PUT` with a body of any size, which is written when the call is made and sent in pieces:
  /// see [Uploads].
  ///
  /// @param upload the name of the [PeerUpload] that writes it
  /// @param about what that one is to write, JSON
  public void upload(String path, String scope, String upload, String about) {
    add(new PeerCallRepository.Call(Method.PUT, path, scope, about, upload, 0));
  }

  private void add(PeerCallRepository.Call call) {
    Caller caller = current.get();
    calls.add(caller.tenant(), caller.test(), call, clock.instant());
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void makeDueCalls() throws SQLException {
    if (!peer.configured()) {
      return;
    }
    for (PeerCallRepository.Due due : calls.due(clock.instant())) {
      as(due, () -> take(due)).ifPresent(call -> upload(due, call));
    }
  }

  /// Makes a small call within the transaction that holds it.
  ///
  /// @return a large one, which is put off for as long as it may take, and made outside: should
  ///   this process die meanwhile, it is due again then
  private Optional<PeerCallRepository.Call> take(PeerCallRepository.Due due) {
    Optional<PeerCallRepository.Call> call = calls.take(due.id());
    call.ifPresent(
        taken -> {
          if (taken.upload() == null) {
            settle(due, taken, make(due, taken));
          } else {
            calls.postpone(due.id(), clock.instant().plus(UPLOADING));
          }
        });
    return call.filter(taken -> taken.upload() != null);
  }

  private void upload(PeerCallRepository.Due due, PeerCallRepository.Call call) {
    boolean made = make(due, call);
    as(
        due,
        () -> {
          settle(due, call, made);
          return made;
        });
  }

  private void settle(PeerCallRepository.Due due, PeerCallRepository.Call call, boolean made) {
    if (made) {
      calls.made(due.id());
    } else {
      calls.postpone(due.id(), later(call.attempts()));
    }
  }

  /// @return whether it is over: answered, or refused for good
  private boolean make(PeerCallRepository.Due due, PeerCallRepository.Call call) {
    Caller as = new Caller(due.tenant(), "system:calls", Set.of(call.scope()), null, due.test());
    try {
      int status = call.upload() == null ? small(call, as) : uploads.send(call, call.upload(), as);
      if (passing(status, call)) {
        LOG.warnf("%s waits: %d", call.path(), status);
        return false;
      }
      if (status >= 400) {
        LOG.errorf("%s was refused for good: %d", call.path(), status);
      }
      return true;
    } catch (IOException | UncheckedIOException e) {
      LOG.warnf("%s waits: %s", call.path(), e);
    } catch (RuntimeException e) {
      // One call that cannot be made keeps no other from being made.
      LOG.errorf(e, "%s waits for another attempt", call.path());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private int small(PeerCallRepository.Call call, Caller as)
      throws IOException, InterruptedException {
    return switch (call.method()) {
      case PUT -> peer.put(call.path(), as, "application/json", utf8(call.body()));
      case DELETE -> peer.delete(call.path(), as);
    };
  }

  /// What is uploaded is somebody's answer: it is given up only where nobody waits for it any more.
  private static boolean passing(int status, PeerCallRepository.Call call) {
    return call.upload() == null
        ? status >= 500 || status == 401 || status == 408 || status == 429
        : status >= 400 && status != 404;
  }

  private <T> T as(PeerCallRepository.Due due, Supplier<T> work) {
    return tenants.call(Caller.system("calls", due.tenant(), due.test()), work);
  }

  private static byte[] utf8(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  private Instant later(int attempts) {
    return clock.instant().plusSeconds(Math.min(LONGEST_PAUSE, 1L << Math.min(attempts, 6)));
  }
}
