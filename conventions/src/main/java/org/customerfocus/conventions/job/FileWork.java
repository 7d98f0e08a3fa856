package org.customerfocus.conventions.job;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.csv.CsvFault;
import org.jspecify.annotations.Nullable;

/// What a kind of job does with its file, in one or more passes over the rows. Each step but
/// [#open] is called within a transaction of its own as the job's tenant: what it does and how far
/// the job is are committed together, so that nothing is done twice or left out however often the
/// process dies.
///
/// @param <J> a job
/// @param <R> a row of its file
public interface FileWork<J extends FileWork.Pass, R extends Rows.Row> {

  /// What a worker needs to know of a pass over the file.
  interface Pass {

    /// How many bytes the file has.
    long bytes();

    /// The number of the last row that the pass is done with, 0 for none.
    long doneThrough();
  }

  /// Makes sure, before each other step but [#load], that the job stays as it is until the
  /// transaction ends.
  ///
  /// @return false where there is nothing to do any more
  boolean hold(UUID id);

  /// The pass that the job is in, or null where there is nothing to do any more.
  @Nullable J load(UUID id);

  /// The rows of the file from its beginning.
  Rows<R> open(InputStream file, J pass) throws IOException, CsvFault;

  /// Works on some rows, and moves the job on behind them.
  ///
  /// @param bytes how many bytes of the file were read with them
  void work(J pass, List<R> rows, long bytes);

  /// All rows were worked on.
  ///
  /// @return the next pass, or null when the job has ended
  @Nullable J endPass(UUID id);

  /// The file cannot be read to its end: ends the job.
  void refuse(UUID id, String why);

  /// The job broke off that often without getting on: ends it.
  void giveUp(UUID id, int tries);
}
