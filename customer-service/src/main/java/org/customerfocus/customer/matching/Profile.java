package org.customerfocus.customer.matching;

import java.util.List;
import java.util.UUID;

/// What is compared of one party, normalised: see [Normal]. An empty text or list is a missing
/// value.
///
/// @param birthDate eight digits, `yyyymmdd`; not always a date that exists, since registers hold
///   such
/// @param organizationName without its legal form
/// @param identifiers `scheme:value`
public record Profile(
    UUID id,
    boolean person,
    String givenName,
    String familyName,
    String organizationName,
    String birthDate,
    List<Address> addresses,
    List<String> emails,
    List<String> phones,
    List<String> identifiers) {

  /// More addresses, numbers or identifiers than this of one party are not compared: a party that
  /// has hundreds would cost their product.
  static final int COMPARED = 5;

  /// A postal address, normalised.
  public record Address(
      String houseNumber,
      String street,
      String addition,
      String locality,
      String postalCode,
      String region) {}

  public Profile {
    addresses = first(addresses);
    emails = first(emails);
    phones = first(phones);
    identifiers = first(identifiers);
  }

  private static <T> List<T> first(List<T> all) {
    return List.copyOf(all.size() > COMPARED ? all.subList(0, COMPARED) : all);
  }

  /// The value that term frequencies are counted of; empty where the field has none, or several.
  String term(MatchField field) {
    return switch (field) {
      case GIVEN_NAME -> givenName;
      case FAMILY_NAME -> familyName;
      case ORGANIZATION_NAME -> organizationName;
      case STREET -> address().street();
      case ADDRESS_ADDITION -> address().addition();
      case LOCALITY -> address().locality();
      case POSTAL_CODE -> address().postalCode();
      case REGION -> address().region();
      case EMAIL -> emails.isEmpty() ? "" : emails.getFirst();
      case PHONE -> phones.isEmpty() ? "" : phones.getFirst();
      case BIRTH_DATE, HOUSE_NUMBER, IDENTIFIER -> "";
    };
  }

  /// The first address, of empty parts where there is none.
  Address address() {
    return addresses.isEmpty() ? NO_ADDRESS : addresses.getFirst();
  }

  static final Address NO_ADDRESS = new Address("", "", "", "", "", "");
}
