package org.customerfocus.survey.feedbackimport;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.customerfocus.conventions.job.JobWorker;
import org.customerfocus.conventions.job.JobWorkers;

/// Works on imports of feedback.
@ApplicationScoped
class FeedbackImportWorker {

  private final JobWorker<FeedbackImportSteps.Job, FeedbackRow> worker;

  FeedbackImportWorker(JobWorkers workers, FeedbackImportSteps steps) {
    this.worker = workers.of(FeedbackImportRepository.JOBS, steps);
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    worker.tick();
  }
}
