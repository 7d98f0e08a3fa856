package org.customerfocus.gateway.apikey;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class ApiKeyLists {

  public static final Fields FIELDS = ApiKeyRepository.FIELDS;

  private ApiKeyLists() {}
}
