package org.customerfocus.customer.party;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a party has any number of.
record PartyParts(
    List<PartyName> otherNames,
    List<ContactPoint> contactPoints,
    List<PostalAddress> postalAddresses,
    List<PartyIdentifier> identifiers,
    List<ExternalRef> externalRefs) {

  static final PartyParts NONE =
      new PartyParts(List.of(), List.of(), List.of(), List.of(), List.of());

  static PartyParts of(PartyRequest request) {
    return new PartyParts(
        given(request.otherNames()),
        given(request.contactPoints()),
        given(request.postalAddresses()),
        given(request.identifiers()),
        given(request.externalRefs()));
  }

  static <T> List<T> given(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
