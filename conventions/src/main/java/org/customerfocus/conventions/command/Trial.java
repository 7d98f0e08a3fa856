package org.customerfocus.conventions.command;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.Serial;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Work that is done to see what comes of it, and taken back.
public final class Trial {

  private Trial() {}

  /// Carries the result past the rollback.
  private static final class Undone extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient @Nullable Object result;

    Undone(@Nullable Object result) {
      super(null, null, false, false);
      this.result = result;
    }
  }

  /// Does the work in a transaction of its own that is rolled back.
  ///
  /// @return what the work answered; what it throws is thrown
  @SuppressWarnings({"unchecked", "NullAway"}) // null where the work answered null
  public static <T> T of(Callable<T> work) {
    try {
      return QuarkusTransaction.requiringNew()
          .call(
              () -> {
                throw new Undone(work.call());
              });
    } catch (Undone done) {
      return (T) done.result;
    }
  }
}
