package org.customerfocus.survey.caserule;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class CaseRuleLists {

  public static final Fields FIELDS = CaseRuleRepository.FIELDS;

  private CaseRuleLists() {}
}
