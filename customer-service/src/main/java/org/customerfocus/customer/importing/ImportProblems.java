package org.customerfocus.customer.importing;

import java.util.List;
import org.customerfocus.conventions.problem.ProblemCatalogue;
import org.customerfocus.conventions.problem.ProblemType;

/// The problem types of importing.
public final class ImportProblems implements ProblemCatalogue {

  static final ProblemType UNREADABLE_FILE =
      new ProblemType(
          "unreadable-import-file",
          "The file cannot be read as CSV or NDJSON",
          422,
          "A CSV file is text whose first row names the columns; an NDJSON file is UTF-8 text with"
              + " one JSON object a line. The detail says where it is not and what to do.");

  static final ProblemType UNFIT_FILE =
      new ProblemType(
          "unfit-import-file",
          "The file does not have the columns of the mapping",
          422,
          "Each entry of errors points into the mapping of the import and names a column that the"
              + " file lacks or has twice, or a column that names no field. Correct the header, or"
              + " make an import with another mapping.");

  @Override
  public List<ProblemType> types() {
    return List.of(UNREADABLE_FILE, UNFIT_FILE);
  }
}
