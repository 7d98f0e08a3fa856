package org.customerfocus.conventions.caller;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The caller of the request (or of the job's request context) that is being worked on.
@RequestScoped
public class CurrentCaller {

  private @Nullable Caller caller;

  public void set(Caller caller) {
    this.caller = caller;
  }

  public Optional<Caller> find() {
    return Optional.ofNullable(caller);
  }

  /// @throws IllegalStateException when nobody was established: code that needs a caller ran
  ///   outside a request or job
  public Caller get() {
    if (caller == null) {
      throw new IllegalStateException("No caller is established here");
    }
    return caller;
  }
}
