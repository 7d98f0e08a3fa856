package org.customerfocus.customer.matching;

import java.util.List;
import java.util.UUID;

/// People and organisations to compare.
final class Someone {

  static final Profile.Address HOME =
      Normal.address("Lindenweg 12", null, "Utrecht", "3511 AB", "Utrecht");

  private static long next;

  private Someone() {}

  static Profile person(
      String given, String family, String birthDate, Profile.Address home, String email) {
    return new Profile(
        new UUID(1, next++),
        true,
        Normal.text(given),
        Normal.text(family),
        "",
        birthDate,
        home == null ? List.of() : List.of(home),
        email.isEmpty() ? List.of() : List.of(email),
        List.of(),
        List.of());
  }

  static Profile organization(
      String name, Profile.Address seat, List<String> emails, List<String> identifiers) {
    return new Profile(
        new UUID(2, next++),
        false,
        "",
        "",
        Normal.organization(name),
        "",
        List.of(seat),
        emails,
        List.of("201234567"),
        identifiers);
  }
}
