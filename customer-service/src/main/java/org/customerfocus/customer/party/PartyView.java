package org.customerfocus.customer.party;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A party as it is answered.
@Schema(name = "PartyView", description = "A person or an organisation.")
public record PartyView(
    UUID id,
    PartyKind kind,
    @Schema(description = "What the party is called: a person's names joined.") String name,
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable LocalDate birthDate,
    List<PartyName> otherNames,
    List<ContactPoint> contactPoints,
    List<PostalAddress> postalAddresses,
    List<PartyIdentifier> identifiers,
    List<ExternalRef> externalRefs,
    @Nullable PartyPreferences preferences,
    @Schema(description = "Values by the codes of attribute definitions.")
        @Nullable Map<String, Object> attributes,
    @Schema(description = "When what identified it was erased: what stays is a tombstone.")
        @Nullable Instant erasedAt,
    Instant createdAt,
    Instant updatedAt) {

  /// A recorded version may be older than some of the lists.
  public PartyView {
    otherNames = PartyParts.given(otherNames);
    contactPoints = PartyParts.given(contactPoints);
    postalAddresses = PartyParts.given(postalAddresses);
    identifiers = PartyParts.given(identifiers);
    externalRefs = PartyParts.given(externalRefs);
  }

  static PartyView of(Party party, PartyParts parts, @Nullable Map<String, Object> attributes) {
    return new PartyView(
        party.id(),
        party.kind(),
        party.name(),
        party.givenName(),
        party.familyName(),
        party.birthDate(),
        parts.otherNames(),
        parts.contactPoints(),
        parts.postalAddresses(),
        parts.identifiers(),
        parts.externalRefs(),
        party.preferences(),
        attributes,
        party.erasedAt(),
        party.createdAt(),
        party.updatedAt());
  }

  /// What of it was valid on a day. A former name that ended later was the current one then.
  PartyView asOf(LocalDate day) {
    PartyName then =
        otherNames.stream()
            .filter(each -> each.type() == PartyNameType.FORMER && each.validTo() != null)
            .filter(each -> each.validOn(day))
            .min(
                Comparator.comparing(
                    PartyName::validTo, Comparator.nullsLast(Comparator.naturalOrder())))
            .orElse(null);
    return new PartyView(
        id,
        kind,
        then == null ? name : then.name(),
        then == null ? givenName : null,
        then == null ? familyName : null,
        birthDate,
        validOn(day, otherNames).stream().filter(each -> !each.equals(then)).toList(),
        validOn(day, contactPoints),
        validOn(day, postalAddresses),
        validOn(day, identifiers),
        externalRefs,
        preferences,
        attributes,
        erasedAt,
        createdAt,
        updatedAt);
  }

  private static <T extends Dated> List<T> validOn(LocalDate day, List<T> parts) {
    return parts.stream().filter(each -> each.validOn(day)).toList();
  }
}
