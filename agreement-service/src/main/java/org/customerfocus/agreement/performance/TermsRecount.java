package org.customerfocus.agreement.performance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.customerfocus.agreement.contract.TermsChanged;
import org.customerfocus.conventions.caller.CurrentCaller;

/// Has the periods of an agreement decided by its terms as they are now.
@ApplicationScoped
class TermsRecount {

  private final PeriodDueRepository due;
  private final CurrentCaller caller;

  TermsRecount(PeriodDueRepository due, CurrentCaller caller) {
    this.due = due;
    this.caller = caller;
  }

  void onChange(@Observes TermsChanged changed) {
    due.begin(changed.agreementId(), changed.from(), caller.get().test());
  }
}
