package org.customerfocus.local;

import java.io.PrintStream;
import java.util.Locale;

/// One line for each step that is done, with the time it took.
public final class Progress {
  private final PrintStream out;

  Progress(PrintStream out) {
    this.out = out;
  }

  /// Says nothing.
  public static Progress silent() {
    return new Progress(new PrintStream(PrintStream.nullOutputStream()));
  }

  /// Begins a step; the returned one is told when it is done.
  Step step(String name) {
    return new Step(name, System.nanoTime());
  }

  void say(String message) {
    // One call, so that lines of several watchers do not mix.
    out.println("  " + message);
  }

  void line(String text) {
    out.println(text);
  }

  final class Step {
    private final String name;
    private final long since;

    private Step(String name, long since) {
      this.name = name;
      this.since = since;
    }

    void done(String result) {
      double seconds = (System.nanoTime() - since) / 1e9;
      say(String.format(Locale.ROOT, "%-18s %5.1f s  %s", name, seconds, result).stripTrailing());
    }
  }
}
