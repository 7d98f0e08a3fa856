package org.customerfocus.agreement.contract;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class AgreementLists {

  public static final Fields FIELDS = AgreementRepository.FIELDS;

  public static final Fields VERSIONS = AgreementRepository.VERSIONS;

  public static final Fields SIGNATURES = AgreementRepository.SIGNATURES;

  private AgreementLists() {}
}
