package org.customerfocus.customer.party;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.time.Validity;
import org.customerfocus.customer.attribute.AttributeValues;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A party as a client describes it.
@Schema(
    name = "PartyRequest",
    description = "A person, by given and family name, or an organisation, by its name.")
public record PartyRequest(
    @NotNull PartyKind kind,
    @Size(max = 200)
        @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        @Schema(description = "The name of an organisation; a person has none.")
        @Nullable String name,
    @Size(max = 200)
        @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        @Schema(description = "A person's given names.")
        @Nullable String givenName,
    @Size(max = 200)
        @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        @Schema(description = "A person's family name.")
        @Nullable String familyName,
    @Schema(description = "A person's.") @Nullable LocalDate birthDate,
    @Size(max = 50)
        @Schema(
            description =
                "What it is called besides, and was called before. A change of the current name"
                    + " adds the old one as former, unless the same change says otherwise here.")
        @Nullable List<@NotNull @Valid PartyName> otherNames,
    @Size(max = 50) @Nullable List<@NotNull @Valid ContactPoint> contactPoints,
    @Size(max = 20) @Nullable List<@NotNull @Valid PostalAddress> postalAddresses,
    @Size(max = 50) @Nullable List<@NotNull @Valid PartyIdentifier> identifiers,
    @Size(max = 50) @Schema(description = "Its keys in other systems; a key means one party.")
        @Nullable List<@NotNull @Valid ExternalRef> externalRefs,
    @Valid @Nullable PartyPreferences preferences,
    @Size(max = 200)
        @Schema(
            description =
                "Values by the codes of attribute definitions: text (also for dates, instants and"
                    + " choices), numbers, true or false.")
        @Nullable Map<String, @Nullable Object> attributes) {

  public PartyRequest {
    attributes = AttributeValues.canonical(attributes);
  }

  /// The same request with every list there and every value in its one form.
  ///
  /// @param at where the request is in the body, for what contradicts itself or cannot be read
  /// @param faults takes that
  PartyRequest normalised(String at, List<FieldError> faults) {
    kindFaults(at, faults);
    if (preferences != null) {
      faults.addAll(preferences.faults(at + "/preferences"));
    }
    addressFaults(at, faults);
    refFaults(at, faults);
    return new PartyRequest(
        kind,
        name,
        givenName,
        familyName,
        birthDate,
        each(otherNames, UnaryOperator.identity(), at + "/otherNames", faults),
        each(contactPoints, ContactPoint::normalised, at + "/contactPoints", faults),
        each(postalAddresses, UnaryOperator.identity(), at + "/postalAddresses", faults),
        each(identifiers, PartyIdentifier::normalised, at + "/identifiers", faults),
        PartyParts.given(externalRefs),
        preferences,
        attributes);
  }

  /// The same request with other external references.
  PartyRequest with(List<ExternalRef> refs) {
    return new PartyRequest(
        kind,
        name,
        givenName,
        familyName,
        birthDate,
        otherNames,
        contactPoints,
        postalAddresses,
        identifiers,
        refs,
        preferences,
        attributes);
  }

  /// The same request with one more name.
  PartyRequest with(PartyName other) {
    List<PartyName> names = new ArrayList<>(PartyParts.given(otherNames));
    names.add(other);
    return new PartyRequest(
        kind,
        name,
        givenName,
        familyName,
        birthDate,
        names,
        contactPoints,
        postalAddresses,
        identifiers,
        externalRefs,
        preferences,
        attributes);
  }

  private static <T extends Dated> List<T> each(
      @Nullable List<T> parts, UnaryOperator<T> normal, String at, List<FieldError> faults) {
    List<T> normalised = new ArrayList<>();
    for (T part : PartyParts.given(parts)) {
      String here = at + "/" + normalised.size();
      faults.addAll(Validity.faults(part.validFrom(), part.validTo(), here));
      T one = part;
      try {
        one = normal.apply(part);
      } catch (IllegalArgumentException e) {
        faults.add(FieldError.at(here + "/value", String.valueOf(e.getMessage())));
      }
      normalised.add(one);
    }
    return normalised;
  }

  private void kindFaults(String at, List<FieldError> faults) {
    if (kind == PartyKind.ORGANIZATION) {
      if (name == null) {
        faults.add(FieldError.at(at + "/name", "an organisation needs a name"));
      }
      if (givenName != null || familyName != null) {
        faults.add(
            FieldError.at(
                at + (givenName == null ? "/familyName" : "/givenName"),
                "an organisation has a name instead"));
      }
      if (birthDate != null) {
        faults.add(FieldError.at(at + "/birthDate", "only a person was born"));
      }
    } else {
      if (name != null) {
        faults.add(FieldError.at(at + "/name", "a person has givenName and familyName instead"));
      }
      if (givenName == null && familyName == null) {
        faults.add(FieldError.at(at + "/familyName", "a person needs givenName or familyName"));
      }
    }
  }

  private void addressFaults(String at, List<FieldError> faults) {
    List<PostalAddress> addresses = PartyParts.given(postalAddresses);
    for (int i = 0; i < addresses.size(); i++) {
      String here = "%s/postalAddresses/%d".formatted(at, i);
      PostalAddress address = addresses.get(i);
      if (address.country() != null
          && !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2)
              .contains(address.country())) {
        faults.add(FieldError.at(here + "/country", "must be a country's code such as NL"));
      }
      if (address.lines().isEmpty() && address.postalCode() == null && address.locality() == null) {
        faults.add(FieldError.at(here + "/lines", "an address needs lines, or a place"));
      }
    }
  }

  private void refFaults(String at, List<FieldError> faults) {
    Set<ExternalRef> seen = new HashSet<>();
    List<ExternalRef> refs = PartyParts.given(externalRefs);
    for (int i = 0; i < refs.size(); i++) {
      if (!seen.add(refs.get(i))) {
        faults.add(FieldError.at("%s/externalRefs/%d".formatted(at, i), "is there twice"));
      }
    }
  }
}
