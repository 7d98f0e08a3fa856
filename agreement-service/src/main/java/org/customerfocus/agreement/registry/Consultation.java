package org.customerfocus.agreement.registry;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the registry has answered within a request, by question.
@RequestScoped
class Consultation {

  private final Map<Object, Object> answers = new HashMap<>();

  @Nullable Object answer(Object question) {
    return answers.get(question);
  }

  void answered(Object question, Object answer) {
    answers.put(question, answer);
  }
}
