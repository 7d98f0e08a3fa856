package org.customerfocus.conventions.job;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What all jobs have in common that work through a file in passes: how one is held, goes from pass
/// to pass, and ends.
///
/// @param <E> a job as it is stored
/// @param <J> what a worker needs to know of a pass of it
/// @param <R> a row of its file
public abstract class StoredJobs<
        E extends StoredJobs.Stored, J extends FileWork.Pass, R extends Rows.Row>
    implements FileWork<J, R> {

  /// A job as it is stored.
  public interface Stored {

    boolean isAtWork();

    /// The pass is through: on to the next, or to the end.
    void endPass(Instant now);

    /// The file cannot be read to its end.
    void refuse(String why, Instant now);

    /// It broke off for a reason of ours.
    void fail(String why, Instant now);
  }

  protected abstract E get(UUID id);

  /// The job, with nobody else at it until the transaction ends.
  protected abstract E held(UUID id);

  /// The pass that a job at work is in.
  protected abstract J pass(E job);

  /// Drops what was kept for the work of a job that has ended, and tells that it has.
  protected abstract void close(E job);

  protected abstract InstantSource clock();

  @Override
  public boolean hold(UUID id) {
    return held(id).isAtWork();
  }

  @Override
  public @Nullable J load(UUID id) {
    E job = get(id);
    return job.isAtWork() ? pass(job) : null;
  }

  @Override
  public @Nullable J endPass(UUID id) {
    E job = get(id);
    job.endPass(clock().instant());
    if (job.isAtWork()) {
      return pass(job);
    }
    close(job);
    return null;
  }

  @Override
  public void refuse(UUID id, String why) {
    E job = get(id);
    job.refuse(why, clock().instant());
    close(job);
  }

  @Override
  public void giveUp(UUID id, int tries) {
    E job = get(id);
    job.fail(
        ("The import broke off %d times in a row; the counts say what it recorded until then. Send"
                + " the file again later: what is recorded is not recorded twice.")
            .formatted(tries),
        clock().instant());
    close(job);
  }
}
