package org.customerfocus.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One process that is kept running: started again when it dies, given up when it keeps dying.
///
/// The first start is different: a process that ends before it was ever ready is not tried again,
/// since the reason is in its configuration and in its log.
public final class ManagedProcess {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  /// After this long a process counts as having run well, and its earlier deaths are forgotten.
  private static final Duration STEADY = Duration.ofMinutes(1);

  private static final int MOST_DEATHS = 5;

  /// How a process is started, asked to stop and known to be ready.
  interface Control {
    Process start() throws IOException;

    boolean ready();

    /// Asks for an orderly end; it is waited for, and forced after a while.
    void stop(Process process);

    /// Ends it at once, when it did not stop.
    default void force(Process process) {
      process.destroyForcibly();
    }
  }

  private final String name;
  private final Path log;
  private final Control control;
  private final Consumer<String> say;
  private final Runnable givenUp;

  private @Nullable Process process;
  private @Nullable Failure failure;
  private boolean wanted;
  private boolean everReady;
  private int deaths;

  ManagedProcess(String name, Path log, Control control, Consumer<String> say, Runnable givenUp) {
    this.name = name;
    this.log = log;
    this.control = control;
    this.say = say;
    this.givenUp = givenUp;
  }

  public String name() {
    return name;
  }

  /// The process id, for as long as it runs.
  public synchronized long pid() {
    if (process == null) {
      throw new IllegalStateException(name + " does not run");
    }
    return process.pid();
  }

  public synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  /// Starts it (again); [#awaitReady()] waits until it answers.
  public synchronized void start() {
    if (wanted) {
      return;
    }
    wanted = true;
    everReady = false;
    deaths = 0;
    failure = null;
    launch();
  }

  /// Waits until it answers.
  ///
  /// @throws Failure with the end of its log when it ended instead, or is not ready after three
  ///   minutes
  public void awaitReady() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      synchronized (this) {
        if (failure != null) {
          throw failure;
        }
        if (!wanted) {
          throw new Failure(name + " was stopped");
        }
      }
      if (System.nanoTime() > deadline) {
        throw new Failure(
            "%s is not ready after %d s; the end of %s:%n%s"
                .formatted(name, PATIENCE.toSeconds(), log, Logs.tail(log)));
      }
      pause(Duration.ofMillis(100));
    }
    synchronized (this) {
      everReady = true;
    }
  }

  private boolean answers() {
    return isAlive() && control.ready();
  }

  /// Ends it without notice (SIGKILL), as a crash would: it is then started again like after any
  /// crash. Returns once it is gone.
  public void kill() {
    Process victim;
    synchronized (this) {
      victim = process;
    }
    if (victim != null) {
      control.force(victim);
      waitFor(victim, STOP_PATIENCE);
    }
  }

  /// Kills it, waits until it was started again and answers.
  public void restart() {
    kill();
    awaitReady();
  }

  /// Ends it in good order and leaves it stopped.
  public void stop() {
    requestStop();
    awaitStop();
  }

  /// The first half of [#stop()], so that several can stop at the same time.
  void requestStop() {
    Process running;
    synchronized (this) {
      wanted = false;
      running = process;
      notifyAll();
    }
    if (running != null && running.isAlive()) {
      control.stop(running);
    }
  }

  void awaitStop() {
    Process running;
    synchronized (this) {
      running = process;
    }
    if (running != null && !waitFor(running, STOP_PATIENCE)) {
      control.force(running);
      waitFor(running, STOP_PATIENCE);
    }
  }

  private synchronized void launch() {
    if (!wanted) {
      return;
    }
    try {
      Process started = control.start();
      process = started;
      long since = System.nanoTime();
      Thread.ofVirtual().name("watch " + name).start(() -> watch(started, since));
    } catch (IOException impossible) {
      failure = new Failure(name + " could not be started: " + impossible.getMessage(), impossible);
      wanted = false;
    }
  }

  private void watch(Process watched, long since) {
    int status = waitForever(watched);
    Duration delay;
    synchronized (this) {
      // One that was stopped, and perhaps started anew before its watcher had its turn.
      if (!wanted || !watched.equals(process)) {
        return;
      }
      if (!everReady) {
        failure =
            new Failure(
                "%s did not start (%s); the end of %s:%n%s"
                    .formatted(name, ending(status), log, Logs.tail(log)));
        wanted = false;
        return;
      }
      Duration lasted = Duration.ofNanos(System.nanoTime() - since);
      deaths = lasted.compareTo(STEADY) > 0 ? 1 : deaths + 1;
      if (deaths > MOST_DEATHS) {
        failure = new Failure(name + " keeps ending: see " + log);
        wanted = false;
        delay = Duration.ZERO;
      } else {
        delay = Duration.ofMillis(500L << (deaths - 1));
      }
    }
    if (delay.isZero()) {
      say.accept(
          "%s keeps ending (%s): giving up; the end of %s:%n%s"
              .formatted(name, ending(status), log, Logs.tail(log)));
      givenUp.run();
      return;
    }
    // On Ctrl-C a terminal tells the children as well as this program: no word and no new start
    // then.
    sleepWhileWanted(delay);
    synchronized (this) {
      if (!wanted) {
        return;
      }
      say.accept("%s ended (%s): starting it again".formatted(name, ending(status)));
      launch();
    }
    awaitReturn();
  }

  private void awaitReturn() {
    long since = System.nanoTime();
    try {
      awaitReady();
      say.accept(
          "%s is back after %.1f s".formatted(name, (System.nanoTime() - since) / 1_000_000_000.0));
    } catch (Failure notYet) {
      // Its own watcher or stop() has the word.
    }
  }

  private synchronized void sleepWhileWanted(Duration delay) {
    long deadline = System.nanoTime() + delay.toNanos();
    try {
      for (long left = delay.toMillis();
          wanted && left > 0;
          left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())) {
        wait(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// 128 + n is how a shell and Java report an end by signal n.
  private static String ending(int status) {
    return status > 128 ? "signal " + (status - 128) : "status " + status;
  }

  private static int waitForever(Process process) {
    while (true) {
      try {
        return process.waitFor();
      } catch (InterruptedException again) {
        // Nobody interrupts a watcher on purpose.
      }
    }
  }

  private static boolean waitFor(Process process, Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", interrupted);
    }
  }

  /// Polls a condition.
  ///
  /// @return whether it came true in time
  static boolean await(BooleanSupplier condition, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      pause(Duration.ofMillis(50));
    }
    return true;
  }
}
