package org.customerfocus.local;

/// Something the person at the keyboard can put right. The message says in one line what is wrong
/// and what to do; anything after the first line is evidence (the end of a log).
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  Failure(String message) {
    super(message);
  }

  Failure(String message, Throwable cause) {
    super(message, cause);
  }
}
