package org.customerfocus.agreement.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.customerfocus.agreement.tmf.ExactJson;
import org.customerfocus.agreement.tmf.Reading;
import org.customerfocus.agreement.tmf.Standing;
import org.customerfocus.agreement.tmf.Tmf651;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.InvalidRequests;
import org.customerfocus.conventions.problem.ProblemException;

/// Makes agreements of documents of TMF651, and documents of agreements.
@ApplicationScoped
class Tmf651Agreements {

  private final AgreementRepository agreements;
  private final TermsCheck terms;
  private final ConditionsCheck conditions;
  private final Validator validator;
  private final ObjectMapper json;

  Tmf651Agreements(
      AgreementRepository agreements,
      TermsCheck terms,
      ConditionsCheck conditions,
      Validator validator,
      ObjectMapper json) {
    this.agreements = agreements;
    this.terms = terms;
    this.conditions = conditions;
    this.validator = validator;
    this.json = json;
  }

  /// A draft on the terms of a document: nobody here has signed it.
  ///
  /// @throws ProblemException 422 with what cannot be read or is not acceptable, where it is in the
  ///   document
  Agreement create(ObjectNode document, Instant now) {
    Reading reading = Tmf651.read(document);
    if (!reading.refused().isEmpty()) {
      throw ProblemException.invalid(reading.refused());
    }
    Agreement agreement = new Agreement(request(reading), now);
    agreements.add(agreement);
    agreements.flush();
    agreements.add(
        new AgreementDocument(
            agreement.id(), ExactJson.write(document), ExactJson.write(terms(agreement))));
    return agreement;
  }

  private AgreementRequest request(Reading reading) {
    try {
      AgreementRequest request = json.treeToValue(reading.terms(), AgreementRequest.class);
      Set<ConstraintViolation<AgreementRequest>> violations = validator.validate(request);
      if (!violations.isEmpty()) {
        throw InvalidRequests.violationsOf(violations);
      }
      AgreementRequest completed = terms.require(request, Set.of());
      conditions.require(completed);
      return completed;
    } catch (JsonProcessingException e) {
      throw placed(reading, InvalidRequests.unreadable(e));
    } catch (ProblemException e) {
      throw placed(reading, e);
    }
  }

  /// What is wrong with the terms is told in terms of the document.
  private static ProblemException placed(Reading reading, ProblemException e) {
    List<FieldError> errors =
        e.errors().stream()
            .map(
                each ->
                    FieldError.at(
                        reading.place(each.pointer() == null ? "" : each.pointer()), each.detail()))
            .toList();
    return new ProblemException(e.type(), e.detail(), errors);
  }

  /// The document of an agreement: of what it says now, and of what came with it.
  String write(Agreement agreement) {
    ObjectNode now = terms(agreement);
    Standing standing = standing(agreement);
    return agreements
        .document(agreement.id())
        .map(
            source ->
                Tmf651.write(
                    now,
                    standing,
                    parse(source.document()),
                    source.terms().equals(ExactJson.write(now)),
                    agreement.version() == 0))
        .map(ExactJson::write)
        .orElseGet(() -> ExactJson.write(Tmf651.write(now, standing)));
  }

  private static ObjectNode parse(String document) {
    try {
      return (ObjectNode) ExactJson.parse(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored document cannot be read", e);
    }
  }

  private ObjectNode terms(Agreement agreement) {
    ObjectNode terms = json.valueToTree(agreement.describe());
    terms.remove(List.of("status", "noticeGiven"));
    terms.path("commitments").forEach(each -> ((ObjectNode) each).remove("id"));
    return terms;
  }

  private static Standing standing(Agreement agreement) {
    AgreementVersion version = agreement.current();
    return new Standing(
        agreement.id(),
        agreement.status().wire(),
        version.number(),
        agreement.createdAt(),
        agreement.terminatedAt(),
        version.signatures().stream()
            .map(
                each ->
                    new Standing.Authorization(
                        each.side().wire(), each.partyId(), each.signedOn().toString()))
            .toList());
  }
}
