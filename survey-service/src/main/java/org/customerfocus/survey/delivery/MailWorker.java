package org.customerfocus.survey.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.job.DueWorkRepository.Lease;
import org.customerfocus.conventions.peer.PeerClient;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Sends the e-mails that are due, a few at a time and no faster than configured.
///
/// An e-mail is marked as being sent, handed to the mail server, and marked as sent, one after the
/// other. A process that dies leaves at most one e-mail of which nobody knows whether the server
/// has it: that one is sent again, under the same Message-ID. No e-mail is lost.
@ApplicationScoped
class MailWorker {

  private static final Logger LOG = Logger.getLogger(MailWorker.class);
  private static final String JOB = "mail";

  private final DueWorkRepository work;
  private final MailSteps steps;
  private final MailServer server;
  private final Recipients recipients;
  private final Letters letters;
  private final PeerClient peer;
  private final TenantWork tenants;
  private final MailConfig config;
  private final InstantSource clock;
  private volatile boolean stopping;
  private long pausedUntil = System.nanoTime();
  private long nextAt = System.nanoTime();

  MailWorker(
      DueWorkRepository work,
      MailSteps steps,
      MailServer server,
      Recipients recipients,
      Letters letters,
      PeerClient peer,
      TenantWork tenants,
      MailConfig config,
      InstantSource clock) {
    this.work = work;
    this.steps = steps;
    this.server = server;
    this.recipients = recipients;
    this.letters = letters;
    this.peer = peer;
    this.tenants = tenants;
    this.config = config;
    this.clock = clock;
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    // Addresses are customer-service's.
    if (!peer.configured() || System.nanoTime() - pausedUntil < 0) {
      return;
    }
    Map<String, Optional<String>> senders = new HashMap<>();
    try (MailRun run = server.open()) {
      while (!stopping) {
        Instant now = clock.instant();
        List<Lease> batch = work.claim(MailRepository.WORK, now, config.lease(), config.batch());
        int done = deliverAll(batch, run, senders);
        if (done < batch.size()) {
          work.release(MailRepository.WORK, batch.subList(done, batch.size()));
          return;
        }
        if (batch.isEmpty()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// @return how many were dealt with before it had to stop
  private int deliverAll(List<Lease> batch, MailRun run, Map<String, Optional<String>> senders)
      throws InterruptedException {
    int done = 0;
    for (Lease each : batch) {
      if (stopping) {
        return done;
      }
      done++;
      try {
        Outcome outcome = deliver(each, run, senders);
        if (outcome instanceof Outcome.Later(String why, boolean everyone) && everyone) {
          LOG.warnf("E-mails wait: %s", why);
          pausedUntil = System.nanoTime() + config.pause().toNanos();
          return done;
        }
      } catch (RuntimeException e) {
        // It is tried again when its lease is over, as after a crash.
        LOG.errorf(e, "The e-mail %s could not be dealt with", each.id());
      }
    }
    return done;
  }

  private @Nullable Outcome deliver(Lease lease, MailRun run, Map<String, Optional<String>> senders)
      throws InterruptedException {
    Errand errand = in(lease, () -> steps.begin(lease));
    if (errand == null) {
      return null;
    }
    Outcome outcome = attempt(lease, errand, run, senders);
    in(
        lease,
        () -> {
          steps.settle(lease, errand, outcome);
          return true;
        });
    return outcome;
  }

  private Outcome attempt(
      Lease lease, Errand errand, MailRun run, Map<String, Optional<String>> senders)
      throws InterruptedException {
    Caller as =
        new Caller(lease.tenant(), "system:" + JOB, Set.of("customers:read"), null, lease.test());
    try {
      Optional<String> sender = senders.get(lease.tenant());
      if (sender == null) {
        sender = recipients.sender(as);
        senders.put(lease.tenant(), sender);
      }
      return switch (recipients.find(
          errand.party(), errand.permission(), errand.unsubscribedAt(), as)) {
        case Recipient.Unreachable unreachable -> unreachable.because();
        case Recipient.Reachable person -> {
          Letter letter = letters.write(errand, person, sender.orElse(null));
          pace();
          yield run.send(letter, lease.test());
        }
      };
    } catch (IOException e) {
      return new Outcome.Later("The address cannot be asked for at the moment.", true);
    }
  }

  /// Waits for this e-mail's turn.
  private void pace() throws InterruptedException {
    long wait = nextAt - System.nanoTime();
    if (wait > 0) {
      Thread.sleep(Duration.ofNanos(wait));
    }
    nextAt = System.nanoTime() + Math.round(1e9 / config.perSecond());
  }

  private <T extends @Nullable Object> T in(Lease lease, Supplier<T> step) {
    return tenants.call(Caller.system(JOB, lease.tenant(), lease.test()), step);
  }
}
