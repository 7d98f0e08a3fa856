package org.customerfocus.agreement.servicecredit;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class ServiceCreditLists {

  public static final Fields FIELDS = ServiceCreditRepository.FIELDS;

  private ServiceCreditLists() {}
}
