package org.customerfocus.conventions.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Whom a privacy request is about.
///
/// @param parties the party and those that were merged into it
/// @param customers its relationships
public record Subject(List<UUID> parties, List<UUID> customers) {

  static Subject of(JsonNode data) {
    return new Subject(ids(data.path("partyIds")), ids(data.path("customerIds")));
  }

  /// As [#of] reads it.
  String write(ObjectMapper json) {
    return json.valueToTree(Map.of("partyIds", parties, "customerIds", customers)).toString();
  }

  private static List<UUID> ids(JsonNode array) {
    List<UUID> ids = new ArrayList<>();
    array.forEach(each -> ids.add(UUID.fromString(each.asText())));
    return List.copyOf(ids);
  }

  /// All of its ids.
  public Set<UUID> ids() {
    Set<UUID> ids = new LinkedHashSet<>(parties);
    ids.addAll(customers);
    return ids;
  }
}
