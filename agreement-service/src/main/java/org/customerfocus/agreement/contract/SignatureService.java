package org.customerfocus.agreement.contract;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customerfocus.agreement.registry.Registry;
import org.customerfocus.agreement.registry.Signing;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;

/// Takes signatures of those who may give them, and has what both sides signed bind them.
@ApplicationScoped
class SignatureService {

  /// What a signing authority must be for, unless it is for everything.
  static final String SCOPE = "service agreements";

  private final AgreementRepository agreements;
  private final AgreementService service;
  private final Registry registry;
  private final InstantSource clock;

  SignatureService(
      AgreementRepository agreements,
      AgreementService service,
      Registry registry,
      InstantSource clock) {
    this.agreements = agreements;
    this.service = service;
    this.registry = registry;
    this.clock = clock;
  }

  /// @throws ProblemException 409 where nothing is proposed, the side has signed already, or the
  ///   person has not the authority
  AgreementSignature sign(UUID agreementId, SignatureRequest request) {
    Agreement agreement = agreements.hold(agreementId);
    AgreementVersion version = proposed(agreement, request);
    Instant now = clock.instant();
    LocalDate today = now.atZone(version.zone()).toLocalDate();
    LocalDate on = request.signedOn() == null ? today : request.signedOn();
    // It may have been signed on paper long before it was entered here.
    if (on.isBefore(Term.EARLIEST) || on.isAfter(today)) {
      throw ProblemException.invalid(
          "/signedOn",
          "must not be before %s, nor later than today, %s".formatted(Term.EARLIEST, today));
    }
    AgreementSignature signature =
        new AgreementSignature(version, request, on, ground(agreement, version, request, on), now);
    version.sign(signature);
    if (version.isSigned()) {
      agreement.agree(version, now);
    } else {
      agreement.signed(now);
    }
    agreements.flush();
    service.recordSigned(signature);
    service.settle(agreement, now);
    if (version.isSigned()) {
      service.changed(agreement, version.effectiveFrom());
    }
    return signature;
  }

  private static AgreementVersion proposed(Agreement agreement, SignatureRequest request) {
    AgreementVersion version =
        agreement
            .openVersion()
            .filter(open -> open.status() == AgreementVersionStatus.PROPOSED)
            .filter(
                open ->
                    agreement.status() == AgreementStatus.PROPOSED
                        || agreement.status().isInForce())
            .orElseThrow(
                () ->
                    new ProblemException(
                        ContractProblems.NOT_PROPOSED,
                        "Nothing of this agreement (%s) is proposed and waits for a signature."
                            .formatted(agreement.status().wire())));
    if (request.versionId() != null && !request.versionId().equals(version.id())) {
      throw new ProblemException(
          ContractProblems.NOT_PROPOSED,
          "The version that waits for signatures is %s.".formatted(version.id()));
    }
    if (version.isSignedBy(request.side())) {
      throw new ProblemException(
          Problems.CONFLICT,
          "The %s has signed version %d already."
              .formatted(request.side().wire(), version.number()));
    }
    return version;
  }

  private Signing.Answer ground(
      Agreement agreement, AgreementVersion version, SignatureRequest request, LocalDate on) {
    Worth worth = Worth.of(version.term(), version.compensation(), version.value());
    boolean provider = request.side() == AgreementSide.PROVIDER;
    Signing.Answer answer =
        registry.maySign(
            new Signing(
                request.partyId(),
                provider ? agreement.providerPartyId() : null,
                provider ? null : agreement.customerId(),
                SCOPE,
                worth.amounts(),
                worth.unbounded(),
                on));
    if (!answer.authorized()) {
      List<FieldError> missing =
          answer.missing().stream().map(each -> FieldError.at("/partyId", each)).toList();
      throw new ProblemException(
          ContractProblems.NOT_AUTHORIZED,
          "Party %s may not sign for the %s: %s"
              .formatted(
                  request.partyId(), request.side().wire(), String.join(" ", answer.missing())),
          missing);
    }
    return answer;
  }
}
