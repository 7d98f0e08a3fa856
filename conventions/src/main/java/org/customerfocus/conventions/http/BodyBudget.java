package org.customerfocus.conventions.http;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The bytes that all bodies together may have which are bound at one time, so that no number of
/// large ones takes the memory that the rest of the service lives on.
@ApplicationScoped
class BodyBudget {

  /// A byte of JSON becomes up to some 24 bytes of objects: `{},` is an empty map and a reference.
  private static final int OBJECTS = 24;

  private final long all;
  private final AtomicLong taken = new AtomicLong();

  BodyBudget(@ConfigProperty(name = "customerfocus.http.max-body") MemorySize bound) {
    this.all = Math.max(bound.asLongValue(), Runtime.getRuntime().maxMemory() / OBJECTS);
  }

  /// Takes the bytes, or nothing where there are not so many left.
  boolean take(long bytes) {
    if (taken.addAndGet(bytes) <= all) {
      return true;
    }
    taken.addAndGet(-bytes);
    return false;
  }

  void giveBack(long bytes) {
    taken.addAndGet(-bytes);
  }
}
