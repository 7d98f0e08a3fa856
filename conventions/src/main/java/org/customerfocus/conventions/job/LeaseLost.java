package org.customerfocus.conventions.job;

/// The job is not this worker's any more, because it was too slow or the job was stopped.
final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
