package org.customerfocus.customer.agreement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.agreement.AgreementFactRepository.Signer;
import org.customerfocus.customer.agreement.SigningAnswer.Authority;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/// Where agreement-service asks whether a person may sign for somebody, and what is missing; the
/// gateway leads nobody here. It changes nothing.
@Path("/internal/signing-checks")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SigningResource {

  private final AgreementFactRepository facts;

  SigningResource(AgreementFactRepository facts) {
    this.facts = facts;
  }

  @POST
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "signatures:check")
  public SigningAnswer check(@NotNull @Valid SigningQuestion question) {
    Optional<UUID> asked = party(question);
    Optional<Signer> party = asked.flatMap(facts::find);
    if (party.isEmpty()) {
      return SigningAnswer.no(null, "Whoever is signed for is not in the registry.");
    }
    UUID id = party.get().id();
    Optional<Signer> signer =
        facts.find(question.personPartyId()).filter(Signer::person).filter(each -> !each.erased());
    if (signer.isEmpty()) {
      return SigningAnswer.no(id, "There is no person %s.".formatted(question.personPartyId()));
    }
    UUID person = signer.get().id();
    if (person.equals(id)) {
      return SigningAnswer.yes("self", id, null);
    }
    return party.get().person()
        ? SigningAnswer.no(id, "A person signs for itself, and this is another person.")
        : forOrganization(person, id, question);
  }

  private Optional<UUID> party(SigningQuestion question) {
    if (question.partyId() != null) {
      return Optional.of(question.partyId());
    }
    if (question.customerId() != null) {
      return facts.partyOf(question.customerId());
    }
    throw ProblemException.invalid("/partyId", "give partyId or customerId");
  }

  private SigningAnswer forOrganization(UUID person, UUID organization, SigningQuestion question) {
    List<Authority> authorities = facts.authorities(person, organization);
    List<String> missing = new ArrayList<>();
    for (Authority authority : authorities) {
      List<String> lacking = SigningRules.missing(authority, question);
      if (lacking.isEmpty()) {
        return SigningAnswer.yes("authority", organization, authority);
      }
      missing.addAll(lacking);
    }
    if (authorities.isEmpty()) {
      if (facts.isAllOf(person, organization, question.on())) {
        return SigningAnswer.yes("only-person", organization, null);
      }
      missing.add(
          "Person %s has no signing authority for organisation %s; createSigningAuthority records one."
              .formatted(person, organization));
    }
    return new SigningAnswer(
        false, null, organization, null, missing.subList(0, Math.min(20, missing.size())));
  }
}
