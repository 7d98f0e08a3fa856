package org.customerfocus.agreement.contract;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.problem.ProblemException;

/// Commitments that come from elsewhere, added to a draft like any others.
@ApplicationScoped
public class DraftCommitments {

  private static final int MOST = 50;

  private final AgreementRepository agreements;
  private final AgreementService service;
  private final TermsCheck terms;
  private final InstantSource clock;

  DraftCommitments(
      AgreementRepository agreements,
      AgreementService service,
      TermsCheck terms,
      InstantSource clock) {
    this.agreements = agreements;
    this.service = service;
    this.terms = terms;
    this.clock = clock;
  }

  /// @return the agreement, with those that were added last among its commitments
  /// @throws ProblemException 404 where there is no such agreement, 409 where it is no draft, 422
  ///   where the terms do not go together, with pointers into all of its commitments
  public AgreementView add(UUID agreementId, List<CommitmentRequest> more) {
    Agreement agreement = agreements.hold(agreementId);
    AgreementRequest before = agreement.describe();
    List<CommitmentRequest> all = new ArrayList<>(before.commitments());
    all.addAll(more);
    if (all.size() > MOST) {
      throw ProblemException.invalid(
          "/commitments", "would be more than the %d that an agreement has".formatted(MOST));
    }
    AgreementRequest request =
        terms.require(
            before.with(all),
            before.commitments().stream().map(CommitmentRequest::id).collect(Collectors.toSet()));
    Instant now = clock.instant();
    agreement.change(request, now);
    service.record(agreement, "updated");
    agreements.flush();
    return AgreementView.of(agreement);
  }
}
