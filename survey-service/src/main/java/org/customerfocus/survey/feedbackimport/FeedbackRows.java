package org.customerfocus.survey.feedbackimport;

import java.io.IOException;
import java.io.InputStream;
import org.customerfocus.conventions.csv.CsvFault;
import org.customerfocus.conventions.csv.CsvSource;
import org.customerfocus.conventions.job.Rows;
import org.jspecify.annotations.Nullable;

/// The rows of a file as what they say by the mapping.
final class FeedbackRows implements Rows<FeedbackRow> {

  /// Makes the reader of rows, once the header is known.
  @FunctionalInterface
  interface Reading {
    RowReader of(java.util.List<String> header);
  }

  private final CsvSource source;
  private final RowReader reader;

  FeedbackRows(InputStream file, char delimiter, Reading reading) throws IOException, CsvFault {
    source = new CsvSource(file, delimiter);
    reader = reading.of(source.header());
  }

  @Override
  public @Nullable FeedbackRow next() throws IOException, CsvFault {
    CsvSource.Row row = source.next();
    return row == null ? null : reader.read(row);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
