package org.customerfocus.survey.questionnaire;

import org.customerfocus.conventions.problem.FieldError;

/// One thing that is wrong, and the way out.
///
/// @param pointer JSON pointer, relative to what was checked, e.g. `/answers/3/value`
/// @param detail what is wrong and what would be right
public record Violation(String pointer, String detail) {

  /// The same below a parent, e.g. `/items/7`.
  public Violation under(String parent) {
    return new Violation(parent + pointer, detail);
  }

  /// The same as a fault of the request that was checked.
  public FieldError asFieldError() {
    return FieldError.at(pointer, detail);
  }
}
