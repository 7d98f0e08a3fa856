package org.customerfocus.customer.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Takes scores of requirements, whoever tells them.
@ApplicationScoped
class RequirementScoring {

  private final RequirementRepository requirements;
  private final NeedRepository needs;
  private final DegreesMet degrees;
  private final InstantSource clock;

  RequirementScoring(
      RequirementRepository requirements,
      NeedRepository needs,
      DegreesMet degrees,
      InstantSource clock) {
    this.requirements = requirements;
    this.needs = needs;
    this.degrees = degrees;
    this.clock = clock;
  }

  DegreeMetView record(Requirement requirement, DegreeMetRequest request) {
    return degrees.record(
        Subject.requirement(requirement.id()),
        request,
        requirement,
        () -> {
          requirement.scored(clock.instant());
          // Needs that have no score of their own derive theirs from this one.
          needs.raiseVersions(requirements.parts(requirement.id()).needIds(), clock.instant());
        });
  }
}
