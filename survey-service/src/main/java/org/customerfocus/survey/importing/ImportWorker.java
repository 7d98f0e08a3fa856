package org.customerfocus.survey.importing;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.customerfocus.conventions.job.JobWorker;
import org.customerfocus.conventions.job.JobWorkers;
import org.customerfocus.survey.importing.ImportSteps.Job;

/// Works on imports.
@ApplicationScoped
class ImportWorker {

  private final JobWorker<Job, MappedRow> worker;

  ImportWorker(JobWorkers workers, ImportSteps steps) {
    this.worker = workers.of(ImportRepository.JOBS, steps);
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() throws Exception {
    worker.tick();
  }
}
