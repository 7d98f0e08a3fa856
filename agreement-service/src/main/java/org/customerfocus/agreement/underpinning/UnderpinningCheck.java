package org.customerfocus.agreement.underpinning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.agreement.contract.AgreementRepository;
import org.customerfocus.agreement.contract.AgreementView;
import org.customerfocus.agreement.contract.CommitmentView;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.time.Validity;

/// Whether an underpinning makes sense: it names promises that are there, and whoever gives the
/// support gives it to the provider of what is supported.
@ApplicationScoped
class UnderpinningCheck {

  private final AgreementRepository agreements;

  UnderpinningCheck(AgreementRepository agreements) {
    this.agreements = agreements;
  }

  /// The same link with each commitment named by its first wording.
  ///
  /// @throws ProblemException 422 that lists every fault
  UnderpinningRequest require(AgreementView agreement, UnderpinningRequest request) {
    List<FieldError> errors =
        new ArrayList<>(Validity.faults(request.validFrom(), request.validTo(), ""));
    Optional<CommitmentView> supported = commitment(agreement, request.commitmentId());
    if (supported.isEmpty()) {
      errors.add(FieldError.at("/commitmentId", "must be a commitment of this agreement"));
    }
    Optional<AgreementView> supporting = agreements.find(request.supportingAgreementId());
    UUID part = request.supportingCommitmentId();
    if (supporting.isEmpty()) {
      errors.add(FieldError.at("/supportingAgreementId", "there is no such agreement"));
    } else {
      checkParties(agreement, supporting.get(), errors);
      if (part != null && commitment(supporting.get(), part).isEmpty()) {
        errors.add(
            FieldError.at(
                "/supportingCommitmentId", "must be a commitment of the supporting agreement"));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return new UnderpinningRequest(
        supported.map(CommitmentView::lineageId).orElseThrow(),
        request.supportingAgreementId(),
        part == null
            ? null
            : supporting
                .flatMap(each -> commitment(each, part))
                .map(CommitmentView::lineageId)
                .orElseThrow(),
        request.validFrom(),
        request.validTo(),
        request.note());
  }

  private static void checkParties(
      AgreementView agreement, AgreementView supporting, List<FieldError> errors) {
    UUID receiver = supporting.customerPartyId();
    if (supporting.id().equals(agreement.id())) {
      errors.add(
          FieldError.at("/supportingAgreementId", "must be another agreement than this one"));
    } else if (receiver != null && !receiver.equals(agreement.providerPartyId())) {
      errors.add(
          FieldError.at(
              "/supportingAgreementId",
              "must promise something to the provider of this agreement; its customer is another"
                  + " party"));
    }
  }

  private static Optional<CommitmentView> commitment(AgreementView agreement, UUID id) {
    return agreement.version().commitments().stream()
        .filter(each -> each.id().equals(id) || each.lineageId().equals(id))
        .findFirst();
  }
}
