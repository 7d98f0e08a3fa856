package org.customerfocus.agreement.contract;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.agreement.entitytype.EntityTypeRepository;
import org.customerfocus.agreement.registry.Promised;
import org.customerfocus.agreement.registry.Registry;
import org.customerfocus.agreement.unit.Units;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;

/// Whether terms are fit to be proposed: in the customer's terms, and about what this customer
/// requires.
@ApplicationScoped
class ProposalCheck {

  private final Registry registry;
  private final EntityTypeRepository entityTypes;
  private final Units units;

  ProposalCheck(Registry registry, EntityTypeRepository entityTypes, Units units) {
    this.registry = registry;
    this.entityTypes = entityTypes;
    this.units = units;
  }

  /// @throws ProblemException 422 that names each commitment, and everything else, that is not fit;
  ///   503 when the registry cannot be asked
  void require(AgreementRequest terms) {
    Promised promised = promised(terms);
    Promised.Known known = registry.known(promised);
    List<FieldError> faults = new ArrayList<>();
    if (!known.customer()) {
      faults.add(FieldError.at("/customerId", "there is no such customer"));
    }
    if (!known.provider()) {
      faults.add(FieldError.at("/providerPartyId", "there is no such party"));
    }
    if (known.itself()) {
      faults.add(
          FieldError.at(
              "/providerPartyId", "must be another party than the one behind the customer"));
    }
    if (known.customer() && !known.customerParty()) {
      faults.add(FieldError.at("/customerPartyId", "is not the party behind the customer"));
    }
    absent(terms.coveredUserIds(), known.coveredUserIds())
        .forEach(
            i -> faults.add(FieldError.at("/coveredUserIds/" + i, "there is no such customer")));
    requirements("", terms.requirementIds(), known, faults);
    commitments(terms, known, faults);
    services(terms, known, faults);
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ContractProblems.INCOMPLETE, "Correct what is listed in errors, then propose.", faults);
    }
  }

  private static Promised promised(AgreementRequest terms) {
    Set<UUID> requirements = new LinkedHashSet<>(terms.requirementIds());
    terms.commitments().forEach(each -> requirements.addAll(each.requirementIds()));
    return new Promised(
        terms.customerId(),
        terms.providerPartyId(),
        terms.customerPartyId(),
        terms.coveredUserIds(),
        List.copyOf(requirements),
        terms.agreedServices().stream().map(AgreedService::offeringId).toList());
  }

  private static void requirements(
      String at, List<UUID> named, Promised.Known known, List<FieldError> faults) {
    for (int i : absent(named, known.requirementIds())) {
      faults.add(
          FieldError.at(
              at + "/requirementIds/" + i,
              "is no requirement that matters to this customer or to a segment that it is in"));
    }
  }

  private void commitments(AgreementRequest terms, Promised.Known known, List<FieldError> faults) {
    List<CommitmentRequest> commitments = terms.commitments();
    if (commitments.isEmpty()) {
      faults.add(FieldError.at("/commitments", "needs at least one commitment"));
    }
    Set<String> unknown =
        entityTypes.unknown(
            commitments.stream().map(CommitmentRequest::entityType).collect(Collectors.toSet()));
    for (int i = 0; i < commitments.size(); i++) {
      CommitmentRequest commitment = commitments.get(i);
      String at = "/commitments/" + i;
      if (commitment.requirementIds().isEmpty()) {
        faults.add(
            FieldError.at(
                at + "/requirementIds",
                "needs a requirement of this customer, or of a segment that it is in"));
      }
      requirements(at, commitment.requirementIds(), known, faults);
      if (unknown.contains(commitment.entityType())) {
        faults.add(FieldError.at(at + "/entityType", noType(commitment.entityType())));
      }
    }
  }

  private void services(AgreementRequest terms, Promised.Known known, List<FieldError> faults) {
    List<AgreedService> services = terms.agreedServices();
    List<AgreedEntityType> types =
        services.stream().flatMap(each -> each.entityTypes().stream()).toList();
    Set<String> unknownTypes =
        entityTypes.unknown(types.stream().map(AgreedEntityType::entityType).toList());
    Set<String> unknownUnits =
        units.unknown(types.stream().map(AgreedEntityType::unit).filter(Objects::nonNull).toList());
    for (int i = 0; i < services.size(); i++) {
      String at = "/agreedServices/" + i;
      if (!known.offeringIds().contains(services.get(i).offeringId())) {
        faults.add(FieldError.at(at + "/offeringId", "there is no such offering"));
      }
      for (int j = 0; j < services.get(i).entityTypes().size(); j++) {
        AgreedEntityType type = services.get(i).entityTypes().get(j);
        if (unknownTypes.contains(type.entityType())) {
          faults.add(
              FieldError.at(
                  "%s/entityTypes/%d/entityType".formatted(at, j), noType(type.entityType())));
        }
        if (type.unit() != null && unknownUnits.contains(type.unit())) {
          faults.add(
              FieldError.at(
                  "%s/entityTypes/%d/unit".formatted(at, j),
                  "there is no unit %s; listUnits names those there are".formatted(type.unit())));
        }
      }
    }
  }

  private static String noType(String code) {
    return "there is no entity type %s; createEntityType adds one".formatted(code);
  }

  private static List<Integer> absent(List<UUID> named, Collection<UUID> known) {
    Set<UUID> there = new HashSet<>(known);
    List<Integer> absent = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      if (!there.contains(named.get(i))) {
        absent.add(i);
      }
    }
    return absent;
  }
}
