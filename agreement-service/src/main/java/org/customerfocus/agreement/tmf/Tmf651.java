package org.customerfocus.agreement.tmf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Agreements as documents of TM Forum's Agreement Management API (TMF651 R19.0, version 4.0),
/// without loss.
///
/// | TMF651 | here |
/// | --- | --- |
/// | `engagedParty`, by `role` | `provider`: providerPartyId; `customer`: customerId; `customer-party`: customerPartyId; `user`: coveredUserIds |
/// | `agreementPeriod` | term, at the starts of its days in the time zone |
/// | `agreementItem` | agreedServices: `productOffering` and `termOrCondition`; one more item has the names of the commitments |
/// | `associatedAgreement` | renewalOfId |
/// | `agreementAuthorization` | signatures |
/// | `completionDate` | when it was terminated |
/// | `characteristic` whose name begins with [#OWN] | what the standard has no member for, each as the member of that name |
///
/// What an agreement has no member for comes back from the document that it was made from.
public final class Tmf651 {

  /// The prefix of the names of our own characteristics.
  static final String OWN = "customerfocus.";

  /// The members of an agreement that have no place of their own in the standard.
  static final List<String> CHARACTERISTICS =
      List.of(
          "timeZone",
          "commitments",
          "entityTypes",
          "requirementIds",
          "compensation",
          "value",
          "noticePeriod",
          "renewal");

  /// What a document says of the state of an agreement, and not of its terms.
  private static final Set<String> STANDING =
      Set.of(
          "id",
          "href",
          "status",
          "version",
          "initialDate",
          "completionDate",
          "agreementAuthorization");

  /// What a document says of the terms.
  private static final Set<String> TERMS =
      Set.of(
          "name",
          "agreementType",
          "agreementPeriod",
          "engagedParty",
          "agreementItem",
          "associatedAgreement",
          "characteristic");

  private Tmf651() {}

  /// A document of an agreement that was made here.
  ///
  /// @param terms the members of an agreement; ids of commitments are left out
  public static ObjectNode write(ObjectNode terms, Standing standing) {
    return (ObjectNode) ExactJson.normal(new Tmf651Writer(terms, standing).write());
  }

  /// A document of an agreement that was made from another document: it is that one, but for what
  /// has changed here.
  ///
  /// @param terms as they are now
  /// @param source the document that it was made from
  /// @param sameTerms whether the terms are still those that were read from it
  /// @param sameStanding whether nothing at all has happened to the agreement since
  public static ObjectNode write(
      ObjectNode terms,
      Standing standing,
      ObjectNode source,
      boolean sameTerms,
      boolean sameStanding) {
    ObjectNode own = write(terms, standing);
    ObjectNode document = source.deepCopy();
    if (!sameTerms) {
      foreignCharacteristics(source).forEach(own.withArray("characteristic")::add);
      replace(document, own, TERMS);
    }
    if (!sameStanding) {
      replace(document, own, STANDING);
    }
    return document;
  }

  /// What a document says of the terms of an agreement.
  public static Reading read(ObjectNode document) {
    return new Tmf651Reader(document).read();
  }

  private static void replace(ObjectNode document, ObjectNode by, Set<String> members) {
    document.remove(members);
    by.properties().stream()
        .filter(member -> members.contains(member.getKey()))
        .forEach(member -> document.set(member.getKey(), member.getValue()));
  }

  private static List<JsonNode> foreignCharacteristics(ObjectNode source) {
    return source
        .path("characteristic")
        .valueStream()
        .filter(each -> !each.path("name").asText().startsWith(OWN))
        .toList();
  }

  /// The member of the terms that one of our characteristics is, if it is one.
  static @Nullable String ownName(JsonNode characteristic) {
    String name = characteristic.path("name").asText();
    String member = name.startsWith(OWN) ? name.substring(OWN.length()) : "";
    return CHARACTERISTICS.contains(member) ? member : null;
  }
}
