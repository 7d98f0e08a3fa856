package org.customerfocus.customer.organization;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class OrganizationLists {

  public static final Fields MEMBERSHIPS = OrganizationRepository.MEMBERSHIPS;

  public static final Fields AUTHORITIES = OrganizationRepository.AUTHORITIES;

  public static final Fields PERSONS = StructureRepository.PERSONS;

  private OrganizationLists() {}
}
