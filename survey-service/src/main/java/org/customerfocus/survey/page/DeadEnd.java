package org.customerfocus.survey.page;

/// A link that leads no further, which the respondent is told kindly.
final class DeadEnd extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String words;

  /// @param words the key of what is said
  DeadEnd(int status, String words) {
    super(words);
    this.status = status;
    this.words = words;
  }

  static DeadEnd unknown() {
    return new DeadEnd(404, "dead.unknown");
  }

  static DeadEnd closed() {
    return new DeadEnd(410, "dead.closed");
  }

  int status() {
    return status;
  }

  String words() {
    return words;
  }
}
