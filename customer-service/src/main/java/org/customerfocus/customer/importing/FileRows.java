package org.customerfocus.customer.importing;

import java.io.Closeable;
import java.io.IOException;
import org.customerfocus.conventions.csv.CsvFault;
import org.jspecify.annotations.Nullable;

/// A file as documents, one row in memory at a time.
sealed interface FileRows extends Closeable permits CsvRows, NdjsonRows {

  /// The next row, or null at the end.
  ///
  /// @throws CsvFault when the file cannot be read any further
  @Nullable FileRow next() throws IOException, CsvFault;
}
