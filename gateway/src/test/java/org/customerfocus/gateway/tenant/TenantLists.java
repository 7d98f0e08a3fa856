package org.customerfocus.gateway.tenant;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class TenantLists {

  public static final Fields FIELDS = TenantRepository.FIELDS;

  private TenantLists() {}
}
