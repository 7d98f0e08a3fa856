package org.customerfocus.conventions.peer;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.journal.CloudEvent;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.jboss.logging.Logger;

/// Reads the events of customer-service in order, a page at a time, and lets the handlers of this
/// service act on them. One process of a service reads at a time. The place in the feed is kept in
/// the transaction of the effect, so that a process that dies leaves nothing done twice or left
/// out.
@ApplicationScoped
class FeedConsumer {

  private static final Logger LOG = Logger.getLogger(FeedConsumer.class);
  private static final String JOB = "feed";
  private static final int PAGE = 500;
  private static final long LONGEST_PAUSE_NANOS = 30_000_000_000L;
  private static final Caller READER =
      new Caller(Caller.NO_TENANT, "system:" + JOB, Set.of("events:read"), null, false);

  private final PeerClient peer;
  private final CursorRepository cursor;
  private final TenantWork work;
  private final Map<String, EventHandler> handlers = new HashMap<>();
  private long failures;
  private long pausedUntil = System.nanoTime();

  FeedConsumer(
      PeerClient peer, CursorRepository cursor, TenantWork work, Instance<EventHandler> all) {
    this.peer = peer;
    this.cursor = cursor;
    this.work = work;
    for (EventHandler handler : all) {
      handler.types().forEach(type -> handlers.put(type, handler));
    }
  }

  /// A page of the feed, as far as it matters here.
  record FeedPage(List<CloudEvent> items) {}

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    if (!peer.configured() || handlers.isEmpty() || System.nanoTime() - pausedUntil < 0) {
      return;
    }
    try {
      cursor.readAlone(this::readFrom);
      failures = 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException | RuntimeException e) {
      // The feed is not there, or an effect failed: what was not done is done later, in order.
      failures++;
      long pause = Math.min(LONGEST_PAUSE_NANOS, 500_000_000L << Math.min(failures, 6));
      pausedUntil = System.nanoTime() + pause;
      LOG.warnf("The events of customer-service wait: %s", e);
    }
  }

  private long readFrom(long start) throws InterruptedException {
    long position = start;
    while (true) {
      List<CloudEvent> events = page(position);
      if (events.isEmpty()) {
        return position;
      }
      long done = position;
      for (CloudEvent event : events) {
        EventHandler handler = handlers.get(event.type());
        if (handler != null) {
          act(event, handler);
          done = event.position();
        }
      }
      position = events.getLast().position();
      if (done < position) {
        pass(position);
      }
    }
  }

  private List<CloudEvent> page(long after) throws InterruptedException {
    String path = "/internal/events?after=%d&limit=%d".formatted(after, PAGE);
    try {
      return peer.get(path, READER, FeedPage.class).items();
    } catch (IOException e) {
      throw new IllegalStateException("cannot be read: " + e, e);
    }
  }

  private void act(CloudEvent event, EventHandler handler) {
    work.call(
        Caller.system(JOB, event.tenantid(), event.test()),
        () -> {
          if (cursor.advance(event.position())) {
            handler.handle(event);
          }
          return event.position();
        });
  }

  /// Events that mean nothing here.
  private void pass(long position) {
    work.call(Caller.system(JOB, Caller.NO_TENANT, false), () -> cursor.advance(position));
  }
}
