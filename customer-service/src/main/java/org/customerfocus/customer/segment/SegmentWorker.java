package org.customerfocus.customer.segment;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.customer.segment.SegmentWorkRepository.Changed;
import org.customerfocus.customer.segment.SegmentWorkRepository.Due;
import org.jboss.logging.Logger;

/// Brings segments up to date in the background. Every step is one transaction: a worker that dies
/// leaves what it had not finished to the next one, of any process.
@ApplicationScoped
class SegmentWorker {

  private static final Logger LOG = Logger.getLogger(SegmentWorker.class);
  private static final String JOB = "segments";

  // Segments are independent of each other. Each at work holds a connection and up to some work
  // memory of the database, and requests come first.
  private static final int AT_ONCE = 2;

  private final SegmentWorkRepository work;
  private final SegmentMembers members;
  private final TenantWork tenants;
  private final InstantSource clock;

  SegmentWorker(
      SegmentWorkRepository work, SegmentMembers members, TenantWork tenants, InstantSource clock) {
    this.work = work;
    this.members = members;
    this.tenants = tenants;
    this.clock = clock;
  }

  /// Looks again at customers who have changed.
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void refresh() throws Exception {
    for (Changed tenant : work.changed()) {
      try {
        Caller caller = Caller.system(JOB, tenant.tenant(), tenant.test());
        while (tenants.call(caller, members::refresh)) {
          // One transaction takes so many changes, and there may be more.
        }
      } catch (RuntimeException e) {
        LOG.errorf(e, "Segments of tenant %s wait for another attempt", tenant.tenant());
      }
    }
  }

  /// Computes all members of new and changed segments, and of each once a day.
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void compute() throws Exception {
    Queue<Due> waiting = new ConcurrentLinkedQueue<>(work.due(clock.instant()));
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < Math.min(AT_ONCE, waiting.size()); i++) {
      workers.add(Thread.ofVirtual().name("segments-" + i).start(() -> computeAll(waiting)));
    }
    for (Thread worker : workers) {
      worker.join();
    }
  }

  private void computeAll(Queue<Due> waiting) {
    for (Due due = waiting.poll(); due != null; due = waiting.poll()) {
      UUID segment = due.segment();
      try {
        Caller caller = Caller.system(JOB, due.tenant(), due.test());
        while (tenants.call(caller, () -> members.compute(segment))) {
          // One transaction computes so many customers, and there are more.
        }
      } catch (RuntimeException e) {
        LOG.errorf(e, "Segment %s waits for another attempt", segment);
      }
    }
  }
}
