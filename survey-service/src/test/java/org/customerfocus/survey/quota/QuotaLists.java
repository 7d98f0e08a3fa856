package org.customerfocus.survey.quota;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class QuotaLists {

  public static final Fields FIELDS = QuotaRepository.FIELDS;

  private QuotaLists() {}
}
