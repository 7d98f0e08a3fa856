package org.customerfocus.conventions.tenancy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.function.Supplier;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.caller.CurrentCaller;

/// Runs background work inside one tenant: jobs see across tenants only which work there is, and
/// then open one tenant an item.
@ApplicationScoped
public class TenantWork {

  private final CurrentCaller current;

  TenantWork(CurrentCaller current) {
    this.current = current;
  }

  /// Runs the work in a transaction of its own, as the caller.
  @ActivateRequestContext
  public <T> T call(Caller caller, Supplier<T> work) {
    return as(caller, () -> QuarkusTransaction.requiringNew().call(work::get));
  }

  /// Runs the work as the caller, in whatever transaction there is: where there is none, each
  /// statement is its own.
  @ActivateRequestContext
  public <T> T as(Caller caller, Supplier<T> work) {
    // Nested use would leave the outer caller's tenant replaced: give it back.
    var outer = current.find();
    current.set(caller);
    try {
      return work.get();
    } finally {
      outer.ifPresent(current::set);
    }
  }
}
