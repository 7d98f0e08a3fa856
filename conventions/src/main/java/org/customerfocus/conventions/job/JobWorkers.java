package org.customerfocus.conventions.job;

import jakarta.enterprise.context.ApplicationScoped;
import org.customerfocus.conventions.tenancy.TenantWork;

/// Makes the worker of a kind of job.
@ApplicationScoped
public class JobWorkers {

  private final JobQueueRepository queue;
  private final JobRepository jobs;
  private final TenantWork tenants;

  JobWorkers(JobQueueRepository queue, JobRepository jobs, TenantWork tenants) {
    this.queue = queue;
    this.jobs = jobs;
    this.tenants = tenants;
  }

  public <J extends FileWork.Pass, R extends Rows.Row> JobWorker<J, R> of(
      JobKind kind, FileWork<J, R> work) {
    return new JobWorker<>(kind, work, queue, jobs, tenants);
  }
}
