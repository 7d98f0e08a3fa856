package org.customerfocus.survey.importing;

import java.util.List;
import org.customerfocus.conventions.problem.ProblemCatalogue;
import org.customerfocus.conventions.problem.ProblemType;

/// The problem types of importing.
public final class ImportProblems implements ProblemCatalogue {

  public static final ProblemType UNREADABLE_FILE =
      new ProblemType(
          "unreadable-file",
          "The file cannot be read as CSV",
          422,
          "A file is UTF-8 text whose first row names the columns. The detail says where it is not"
              + " and what to do.");

  public static final ProblemType UNFIT_FILE =
      new ProblemType(
          "unfit-file",
          "The file does not have the columns of the mapping",
          422,
          "Each entry of errors points into the mapping of the import and names a column that the"
              + " file lacks or has twice. Correct the header, or make an import with another"
              + " mapping.");

  @Override
  public List<ProblemType> types() {
    return List.of(UNREADABLE_FILE, UNFIT_FILE);
  }
}
