package org.customerfocus.agreement.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.ProblemException;

/// What becomes of agreements, whether a client, a signature or time brings it about.
@ApplicationScoped
class AgreementService {

  private final AgreementRepository agreements;
  private final DueWorkRepository work;
  private final Journal journal;
  private final CurrentCaller caller;
  private final Event<TermsChanged> changes;

  AgreementService(
      AgreementRepository agreements,
      DueWorkRepository work,
      Journal journal,
      CurrentCaller caller,
      Event<TermsChanged> changes) {
    this.agreements = agreements;
    this.work = work;
    this.journal = journal;
    this.caller = caller;
    this.changes = changes;
  }

  /// What is promised from an instant on has changed.
  void changed(Agreement agreement, Instant from) {
    agreements.flush();
    changes.fire(new TermsChanged(agreement.id(), from));
  }

  /// Does what is due of an agreement, tells of it, and notes when there is more to do.
  void settle(Agreement agreement, Instant now) {
    UUID id = agreement.id();
    boolean renewed = agreements.isRenewed(id);
    List<String> done = agreement.settle(renewed || agreement.renewsItself(), now);
    done.forEach(verb -> record(agreement, verb));
    if (done.contains("terminated")) {
      changed(agreement, Objects.requireNonNull(agreement.terminatedAt()));
    }
    if (done.contains("renewed") && !renewed) {
      renew(agreement, now);
    }
    UUID before = agreement.renewalOfId();
    if (done.contains("activated") && before != null) {
      Agreement renewedOne = agreements.hold(before);
      AgreementStatus was = renewedOne.status();
      renewedOne.renewedLater(now);
      if (renewedOne.status() != was) {
        record(renewedOne, "renewed");
      }
    }
    plan(agreement);
  }

  private void plan(Agreement agreement) {
    Instant due = agreement.nextDue();
    if (due == null) {
      work.forget(AgreementRepository.DUE, agreement.id());
    } else {
      work.schedule(AgreementRepository.DUE, agreement.id(), due, caller.get().test());
    }
  }

  /// Another agreement on the same terms, for as long as was agreed: both sides signed that it goes
  /// on without a word.
  private void renew(Agreement agreement, Instant now) {
    AgreementRequest terms = agreement.describe();
    LocalDate start = Objects.requireNonNull(terms.term().end());
    LocalDate end = Periods.after(start, Objects.requireNonNull(terms.renewal()).period(), 1);
    Agreement next = new Agreement(terms.renewed(agreement.id(), new Term(start, end)), now);
    agreements.add(next);
    agreements.flush();
    next.goOn(now);
    record(next, "created");
    changed(next, next.current().effectiveFrom());
    plan(next);
  }

  /// The agreement as it was on a day.
  ///
  /// @throws ProblemException 404 where nothing was agreed for that day
  AgreementView asOf(Agreement agreement, LocalDate day) {
    Instant at = day.atStartOfDay(agreement.current().zone()).toInstant();
    AgreementVersion version =
        agreement
            .versionAt(at)
            .orElseThrow(() -> ProblemException.notFound("agreement in force on", day));
    return AgreementView.asOf(agreement, version, at);
  }

  void recordSigned(AgreementSignature signature) {
    Agreement agreement = signature.version().agreement();
    journal.record(
        Change.of("agreement", "signed", agreement)
            .data(
                Map.of(
                    "customerId",
                    agreement.customerId(),
                    "versionId",
                    signature.version().id(),
                    "signatureId",
                    signature.id(),
                    "side",
                    signature.side()))
            .detail(SignatureView.of(signature)));
  }

  void record(Agreement agreement, String verb) {
    journal.record(
        Change.of("agreement", verb, agreement)
            .data(
                Map.of("customerId", agreement.customerId(), "versionId", agreement.current().id()))
            .detail(agreement.describe()));
  }

  void record(AgreementVersion version, String verb) {
    Agreement agreement = version.agreement();
    journal.record(
        Change.of("agreement", verb, agreement)
            .data(Map.of("customerId", agreement.customerId(), "versionId", version.id()))
            .detail(agreement.describe(version)));
  }
}
