package org.customerfocus.agreement.tmf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/// Writes one agreement as a document; the members in the order of the standard.
final class Tmf651Writer {

  /// The ids of terms and conditions that stand for commitments, before their number.
  static final String COMMITMENT = "commitment-";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectNode terms;
  private final Standing standing;
  private final ObjectNode document = NODES.objectNode();

  Tmf651Writer(ObjectNode terms, Standing standing) {
    this.terms = terms;
    this.standing = standing;
  }

  ObjectNode write() {
    document.put("id", standing.id().toString());
    document.put("href", "/v1/agreements/" + standing.id());
    document.put("agreementType", "service agreement");
    document.set("name", terms.get("name"));
    document.put("status", standing.status());
    document.put("version", Integer.toString(standing.version()));
    document.put("initialDate", standing.createdAt().toString());
    period();
    if (standing.endedAt() != null) {
      document.putObject("completionDate").put("startDateTime", standing.endedAt().toString());
    }
    parties();
    items();
    if (terms.hasNonNull("renewalOfId")) {
      String renewed = terms.path("renewalOfId").asText();
      document
          .putArray("associatedAgreement")
          .addObject()
          .put("id", renewed)
          .put("href", "/v1/agreements/" + renewed)
          .put("@referredType", "Agreement");
    }
    authorizations();
    characteristics();
    document.put("@type", "Agreement");
    return document;
  }

  private void period() {
    ObjectNode period = document.putObject("agreementPeriod");
    period.put("startDateTime", startOf(terms.at("/term/start")));
    if (terms.path("term").hasNonNull("end")) {
      period.put("endDateTime", startOf(terms.at("/term/end")));
    }
  }

  private String startOf(JsonNode day) {
    ZoneId zone = ZoneId.of(terms.path("timeZone").asText());
    return LocalDate.parse(day.asText()).atStartOfDay(zone).toInstant().toString();
  }

  private void parties() {
    ArrayNode parties = document.putArray("engagedParty");
    party(parties, terms.path("providerPartyId"), "provider", "Party");
    party(parties, terms.path("customerId"), "customer", "Customer");
    if (terms.hasNonNull("customerPartyId")) {
      party(parties, terms.path("customerPartyId"), "customer-party", "Party");
    }
    for (JsonNode user : terms.path("coveredUserIds")) {
      party(parties, user, "user", "Customer");
    }
  }

  private static void party(ArrayNode parties, JsonNode id, String role, String type) {
    parties.addObject().put("id", id.asText()).put("role", role).put("@referredType", type);
  }

  private void items() {
    ArrayNode items = document.putArray("agreementItem");
    for (JsonNode service : terms.path("agreedServices")) {
      ObjectNode item = items.addObject();
      item.putArray("productOffering")
          .addObject()
          .put("id", service.path("offeringId").asText())
          .put("@referredType", "ProductOffering");
      if (service.hasNonNull("terms")) {
        item.putArray("termOrCondition")
            .addObject()
            .put("id", "terms")
            .put("description", service.path("terms").asText());
      }
    }
    if (!terms.path("commitments").isEmpty()) {
      ArrayNode promised = items.addObject().putArray("termOrCondition");
      int number = 0;
      for (JsonNode commitment : terms.path("commitments")) {
        promised
            .addObject()
            .put("id", COMMITMENT + ++number)
            .put("description", commitment.path("name").asText());
      }
    }
  }

  private void authorizations() {
    if (standing.authorizations().isEmpty()) {
      return;
    }
    ArrayNode signed = document.putArray("agreementAuthorization");
    for (Standing.Authorization each : standing.authorizations()) {
      signed
          .addObject()
          .put("date", each.day() + "T00:00:00Z")
          .put("signatureRepresentation", "%s: %s".formatted(each.side(), each.partyId()))
          .put("state", "approved");
    }
  }

  private void characteristics() {
    ArrayNode all = document.putArray("characteristic");
    for (String name : Tmf651.CHARACTERISTICS) {
      JsonNode value = name.equals("entityTypes") ? entityTypes() : terms.path(name);
      if (!value.isMissingNode() && !value.isNull() && !(value.isArray() && value.isEmpty())) {
        ObjectNode characteristic = all.addObject().put("name", Tmf651.OWN + name);
        characteristic.put("valueType", value.getNodeType().toString().toLowerCase(Locale.ROOT));
        characteristic.set("value", name.equals("commitments") ? withoutIds(value) : value);
      }
    }
  }

  /// Of each agreed service in turn, nothing where none has any.
  private JsonNode entityTypes() {
    ArrayNode types = NODES.arrayNode();
    boolean any = false;
    for (JsonNode service : terms.path("agreedServices")) {
      JsonNode own = service.path("entityTypes");
      any |= !own.isEmpty();
      types.add(own.isMissingNode() ? NODES.arrayNode() : own);
    }
    return any ? types : NODES.missingNode();
  }

  /// Ids of commitments mean something in one agreement only.
  private static JsonNode withoutIds(JsonNode commitments) {
    JsonNode copy = commitments.deepCopy();
    copy.forEach(each -> ((ObjectNode) each).remove("id"));
    return copy;
  }
}
