package org.customerfocus.customer.importing;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class ImportLists {

  public static final Fields IMPORTS = ImportRepository.IMPORTS;
  public static final Fields REFUSED_ROWS = ImportRepository.REFUSED_ROWS;

  private ImportLists() {}
}
