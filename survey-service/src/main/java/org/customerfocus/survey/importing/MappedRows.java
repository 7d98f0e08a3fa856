package org.customerfocus.survey.importing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.customerfocus.conventions.csv.CsvFault;
import org.customerfocus.conventions.csv.CsvSource;
import org.customerfocus.conventions.job.Rows;
import org.customerfocus.survey.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/// The rows of a file as what they say by the mapping.
final class MappedRows implements Rows<MappedRow> {

  private final CsvSource source;
  private final RowMapper mapper;

  MappedRows(InputStream file, ColumnMapping mapping, Questionnaire questionnaire, Instant now)
      throws IOException, CsvFault {
    source = new CsvSource(file, mapping.delimiterChar());
    mapper = new RowMapper(questionnaire, mapping, source.header(), now);
  }

  @Override
  public @Nullable MappedRow next() throws IOException, CsvFault {
    CsvSource.Row row = source.next();
    return row == null ? null : mapper.map(row);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
