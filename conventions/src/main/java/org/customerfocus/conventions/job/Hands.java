package org.customerfocus.conventions.job;

import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A few hands, each of which works on one thing at a time, on a thread of its own.
///
/// @param <C> what is worked on
public final class Hands<C> {

  private final String name;
  private final Semaphore free;

  /// @param name of the threads, for whoever looks at them
  /// @param count how many things are worked on at once
  public Hands(String name, int count) {
    this.name = name;
    this.free = new Semaphore(count);
  }

  /// Begins what there is to do, as far as there are hands free.
  ///
  /// @param claiming takes what there is to do; null for nothing
  public void work(Supplier<? extends @Nullable C> claiming, Consumer<C> work) {
    while (free.tryAcquire()) {
      C claim = null;
      try {
        claim = claiming.get();
      } finally {
        if (claim == null) {
          free.release();
        }
      }
      if (claim == null) {
        return;
      }
      begin(claim, work);
    }
  }

  private void begin(C claim, Consumer<C> work) {
    Thread.ofVirtual()
        .name(name)
        .start(
            () -> {
              try {
                work.accept(claim);
              } finally {
                free.release();
              }
            });
  }
}
