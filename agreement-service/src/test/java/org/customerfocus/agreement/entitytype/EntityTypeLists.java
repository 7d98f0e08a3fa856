package org.customerfocus.agreement.entitytype;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class EntityTypeLists {

  public static final Fields FIELDS = EntityTypeRepository.FIELDS;

  private EntityTypeLists() {}
}
