package org.customerfocus.customer.duplicate;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.customer.matching.Profile;

/// A profile as one text: a scan reads each several times, so that its form is made to be read
/// fast. Normalised values hold none of the separators.
final class ProfileText {

  private static final String FIELD = "\u001f";
  private static final String ITEM = "\u001e";
  private static final String PART = "\u001d";

  private ProfileText() {}

  static String write(Profile profile) {
    return String.join(
        FIELD,
        profile.person() ? "p" : "o",
        profile.givenName(),
        profile.familyName(),
        profile.organizationName(),
        profile.birthDate(),
        profile.addresses().stream().map(ProfileText::write).collect(Collectors.joining(ITEM)),
        String.join(ITEM, profile.emails()),
        String.join(ITEM, profile.phones()),
        String.join(ITEM, profile.identifiers()));
  }

  private static String write(Profile.Address address) {
    return String.join(
        PART,
        address.houseNumber(),
        address.street(),
        address.addition(),
        address.locality(),
        address.postalCode(),
        address.region());
  }

  static Profile read(UUID id, String text) {
    String[] fields = text.split(FIELD, -1);
    return new Profile(
        id,
        fields[0].equals("p"),
        fields[1],
        fields[2],
        fields[3],
        fields[4],
        items(fields[5]).stream().map(ProfileText::address).toList(),
        items(fields[6]),
        items(fields[7]),
        items(fields[8]));
  }

  private static List<String> items(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(ITEM, -1));
  }

  private static Profile.Address address(String text) {
    String[] parts = text.split(PART, -1);
    return new Profile.Address(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
  }
}
