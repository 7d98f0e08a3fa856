package org.customerfocus.survey.questionnaire;

/// The members of an [Answer] of which exactly one is given.
public enum AnswerMember {
  VALUE("value"),
  OPTION_CODES("optionCodes"),
  NUMBER("number"),
  TEXT("text"),
  DATE("date"),
  ACCEPTED("accepted"),
  ALLOCATION("allocation"),
  NON_ANSWER("nonAnswer");

  private final String property;

  AnswerMember(String property) {
    this.property = property;
  }

  /// The name in JSON.
  public String property() {
    return property;
  }
}
