package org.customerfocus.survey.page;

/// A response on a shared screen that nobody has touched for too long: it begins anew.
final class LeftAlone extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String start;

  /// @param start the path of the first page
  LeftAlone(String start) {
    super("A shared screen was left alone");
    this.start = start;
  }

  String start() {
    return start;
  }
}
