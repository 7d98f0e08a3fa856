package org.customerfocus.agreement.underpinning;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class UnderpinningLists {

  public static final Fields FIELDS = UnderpinningRepository.FIELDS;

  private UnderpinningLists() {}
}
