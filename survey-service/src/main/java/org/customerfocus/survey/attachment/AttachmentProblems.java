package org.customerfocus.survey.attachment;

import java.util.List;
import org.customerfocus.conventions.problem.ProblemCatalogue;
import org.customerfocus.conventions.problem.ProblemType;

/// The problem types of attachments.
public final class AttachmentProblems implements ProblemCatalogue {

  static final ProblemType UNKNOWN_CONTENT =
      new ProblemType(
          "unknown-attachment-content",
          "The file is of no kind that is taken",
          422,
          "Attachments are PDF, PNG, JPEG, GIF, WebP or text in UTF-8, whatever they are called."
              + " Convert the file and send it again.");

  static final ProblemType TOO_MANY =
      new ProblemType(
          "too-many-attachments",
          "The case has as many attachments as it takes",
          409,
          "A case takes fifty files. Put those that belong together into one PDF.");

  @Override
  public List<ProblemType> types() {
    return List.of(UNKNOWN_CONTENT, TOO_MANY);
  }
}
