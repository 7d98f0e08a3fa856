package org.customerfocus.survey.contactrule;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class ContactRuleLists {

  public static final Fields FIELDS = ContactRuleRepository.FIELDS;

  private ContactRuleLists() {}
}
