package org.customerfocus.customer.importing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import org.customerfocus.conventions.job.JobWorker;
import org.customerfocus.conventions.job.JobWorkers;
import org.customerfocus.customer.importing.ImportSteps.Job;

/// Works on imports, and lets go of the rows that they refused.
@ApplicationScoped
class ImportWorker {

  /// How long refused rows are kept for their owner to correct.
  static final Duration REFUSED_ROWS_KEPT = Duration.ofDays(7);

  private final JobWorker<Job, FileRow> worker;
  private final RefusedRowAgeRepository refused;
  private final InstantSource clock;

  ImportWorker(
      JobWorkers workers, ImportSteps steps, RefusedRowAgeRepository refused, InstantSource clock) {
    this.worker = workers.of(ImportRepository.JOBS, steps);
    this.refused = refused;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() throws Exception {
    worker.tick();
  }

  @Scheduled(
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forgetRefusedRows() throws Exception {
    refused.forget(clock.instant().minus(REFUSED_ROWS_KEPT));
  }
}
