package org.customerfocus.agreement.contract;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Whether the wording of an amendment makes sense, and is fit to be proposed.
@ApplicationScoped
class AmendmentCheck {

  private final TermsCheck terms;
  private final ConditionsCheck conditions;
  private final ProposalCheck proposals;

  AmendmentCheck(TermsCheck terms, ConditionsCheck conditions, ProposalCheck proposals) {
    this.terms = terms;
    this.conditions = conditions;
    this.proposals = proposals;
  }

  void requireFit(AgreementVersion version, AgreementVersionStatus to) {
    if (to == AgreementVersionStatus.PROPOSED && version.status() == AgreementVersionStatus.DRAFT) {
      proposals.require(version.agreement().describe(version));
    }
  }

  AgreementRequest require(AgreementRequest asked, AgreementVersion last, AgreementVersion own) {
    Set<UUID> known = new HashSet<>();
    last.commitments().forEach(each -> known.add(each.id()));
    own.commitments().forEach(each -> known.add(each.id()));
    AgreementRequest worded = terms.require(asked, known);
    conditions.require(worded);
    return worded;
  }
}
