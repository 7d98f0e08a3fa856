package org.customerfocus.agreement.tmf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.jspecify.annotations.Nullable;

/// Reads one document; what it cannot read it lists, where it is.
final class Tmf651Reader {

  private final ObjectNode document;
  private final ObjectNode terms = JsonNodeFactory.instance.objectNode();
  private final List<FieldError> refused = new ArrayList<>();
  private final Map<String, String> places = new HashMap<>();
  private @Nullable JsonNode entityTypes;

  Tmf651Reader(ObjectNode document) {
    this.document = document;
  }

  Reading read() {
    if (document.path("name").isTextual()) {
      terms.set("name", document.get("name"));
    } else {
      refused.add(FieldError.at("/name", "is required"));
    }
    terms.put("timeZone", "UTC");
    characteristics();
    period();
    parties();
    items();
    JsonNode before = document.at("/associatedAgreement/0/id");
    if (!before.isMissingNode()) {
      id(before, "/associatedAgreement/0/id", "the agreement that it goes on from")
          .ifPresent("renewalOfId");
    }
    return new Reading(terms, List.copyOf(refused), Map.copyOf(places));
  }

  private void characteristics() {
    int number = 0;
    for (JsonNode characteristic : document.path("characteristic")) {
      String name = Tmf651.ownName(characteristic);
      JsonNode value = characteristic.path("value");
      String place = "/characteristic/%d/value".formatted(number++);
      if (name == null || value.isMissingNode()) {
        continue;
      }
      places.put("/" + name, place);
      if (name.equals("entityTypes")) {
        entityTypes = value;
      } else {
        terms.set(name, value);
      }
    }
  }

  private void period() {
    ZoneId zone = zone();
    ObjectNode term = terms.putObject("term");
    day("startDateTime", zone).ifPresent(day -> term.put("start", day.toString()));
    day("endDateTime", zone).ifPresent(day -> term.put("end", day.toString()));
    places.put("/term/start", "/agreementPeriod/startDateTime");
    places.put("/term/end", "/agreementPeriod/endDateTime");
    if (!document.path("agreementPeriod").hasNonNull("startDateTime")) {
      refused.add(FieldError.at("/agreementPeriod/startDateTime", "is required"));
    }
  }

  /// Of a zone that there is not, the terms tell.
  private ZoneId zone() {
    try {
      return ZoneId.of(terms.path("timeZone").asText());
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  private Optional<LocalDate> day(String member, ZoneId zone) {
    JsonNode value = document.path("agreementPeriod").path(member);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          OffsetDateTime.parse(value.asText()).atZoneSameInstant(zone).toLocalDate());
    } catch (DateTimeException e) {
      refused.add(
          FieldError.at(
              "/agreementPeriod/" + member,
              "must be an instant with an offset, such as 2026-01-01T00:00:00Z"));
      return Optional.empty();
    }
  }

  private void parties() {
    ArrayNode users = JsonNodeFactory.instance.arrayNode();
    int number = 0;
    for (JsonNode party : document.path("engagedParty")) {
      String place = "/engagedParty/%d/id".formatted(number++);
      String role = party.path("role").asText().toLowerCase(Locale.ROOT);
      switch (role) {
        case "provider" ->
            id(party.path("id"), place, "the party that promises").ifPresent("providerPartyId");
        case "customer" ->
            id(party.path("id"), place, "the customer relationship").ifPresent("customerId");
        case "customer-party" ->
            id(party.path("id"), place, "the customer's party").ifPresent("customerPartyId");
        case "user" -> {
          places.put("/coveredUserIds/" + users.size(), place);
          if (id(party.path("id"), place, "the relationship of a user").isThere()) {
            users.add(party.path("id").asText());
          }
        }
        default -> {
          // Others are engaged as well: they are kept in the document.
        }
      }
    }
    if (!users.isEmpty()) {
      terms.set("coveredUserIds", users);
    }
    for (String side : List.of("provider", "customer")) {
      if (!terms.has(side.equals("provider") ? "providerPartyId" : "customerId")) {
        refused.add(
            FieldError.at(
                "/engagedParty",
                "needs one whose role is %s and whose id is known here".formatted(side)));
      }
    }
  }

  private void items() {
    ArrayNode services = JsonNodeFactory.instance.arrayNode();
    int number = 0;
    for (JsonNode item : document.path("agreementItem")) {
      String place = "/agreementItem/%d/".formatted(number++);
      JsonNode offering = item.at("/productOffering/0/id");
      if (offering.isMissingNode()) {
        continue;
      }
      places.put("/agreedServices/%d".formatted(services.size()), place + "productOffering/0");
      places.put(
          "/agreedServices/%d/offeringId".formatted(services.size()),
          place + "productOffering/0/id");
      if (isId(offering)) {
        ObjectNode service = services.addObject().put("offeringId", offering.asText());
        String words = words(item);
        if (!words.isEmpty()) {
          service.put("terms", words);
        }
        JsonNode types =
            entityTypes == null
                ? JsonNodeFactory.instance.missingNode()
                : entityTypes.path(services.size() - 1);
        if (!types.isEmpty()) {
          service.set("entityTypes", types);
        }
      } else {
        refused.add(
            FieldError.at(place + "productOffering/0/id", "must be the id of an offering here"));
      }
    }
    if (!services.isEmpty()) {
      terms.set("agreedServices", services);
    }
  }

  private static String words(JsonNode item) {
    List<String> words = new ArrayList<>();
    for (JsonNode term : item.path("termOrCondition")) {
      String said = term.path("description").asText();
      if (!said.isEmpty()) {
        words.add(said);
      }
    }
    return String.join("\n\n", words);
  }

  private static boolean isId(JsonNode id) {
    try {
      return UUID.fromString(id.asText()).toString().equalsIgnoreCase(id.asText());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Id id(JsonNode id, String place, String what) {
    if (isId(id)) {
      return new Id(id, place);
    }
    refused.add(FieldError.at(place, "must be the id of %s, a UUID".formatted(what)));
    return new Id(null, place);
  }

  /// An id that may be there.
  private final class Id {

    private final @Nullable JsonNode value;
    private final String place;

    Id(@Nullable JsonNode value, String place) {
      this.value = value;
      this.place = place;
    }

    boolean isThere() {
      return value != null;
    }

    void ifPresent(String member) {
      places.put("/" + member, place);
      if (value != null) {
        terms.put(member, value.asText());
      }
    }
  }
}
