package org.customerfocus.conventions.job;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.customerfocus.conventions.csv.CsvFault;
import org.jspecify.annotations.Nullable;

/// The rows of a file, one in memory at a time.
///
/// @param <R> what a row is read as
public interface Rows<R extends Rows.Row> extends Closeable {

  /// One row.
  interface Row {

    /// Rises from row to row: by it a job is taken up again.
    long number();

    /// The row as it stands in the file.
    List<String> cells();
  }

  /// The next row, or null at the end.
  ///
  /// @throws CsvFault when the file cannot be read any further
  @Nullable R next() throws IOException, CsvFault;
}
