package org.customerfocus.agreement.registry;

/// Ends an attempt that needs an answer of the registry.
final class OpenQuestion extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Question<?> question;

  OpenQuestion(Question<?> question) {
    super("The registry is to be asked first", null, false, false);
    this.question = question;
  }

  Question<?> question() {
    return question;
  }

  /// @param scope that the operation asks for
  /// @param asked equal where the same is asked
  record Question<T>(String path, String scope, Object asked, Class<T> answer) {}
}
