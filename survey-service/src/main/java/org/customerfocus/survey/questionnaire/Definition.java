package org.customerfocus.survey.questionnaire;

import java.util.List;

/// The questions and attributes of one survey version, as they are stored.
public record Definition(List<Question> questions, List<Attribute> attributes) {

  /// The same, ready to check answers.
  public Questionnaire questionnaire() {
    return new Questionnaire(questions, attributes);
  }
}
