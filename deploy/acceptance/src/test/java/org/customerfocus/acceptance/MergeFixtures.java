package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.customerfocus.acceptance.Fixtures.Scene;

/// The valid requests of finding and merging duplicates.
final class MergeFixtures {

  private MergeFixtures() {}

  static void fill(Fixtures table) {
    table
        .plain("listMerges", "listDuplicateScans", "createDuplicateScan")
        .with(MergeFixtures::two, "createMerge")
        .on("createMerge", "getMerge", "updateMerge")
        .on("createDuplicateScan", "getDuplicateScan")
        .special(
            "listDuplicates",
            (scene, operation) -> {
              pairs(scene);
              return Request.of(operation.method(), operation.path());
            })
        .special("getDuplicate", (scene, operation) -> onPair(scene, operation))
        .special(
            "updateDuplicate",
            (scene, operation) ->
                onPair(scene, operation)
                    .with("Content-Type", operation.requestMedia())
                    .body(operation.example()));
  }

  private static void two(Scene scene, ObjectNode merge) {
    merge.put("survivorId", scene.person()).put("mergedId", scene.person());
  }

  private static Request onPair(Scene scene, Operation operation) {
    String id = pairs(scene).at("/items/0/id").asText();
    return Request.of(operation.method(), operation.path().replaceFirst("\\{[^}]+}", id));
  }

  /// Three records of one person, which are three pairs.
  private static JsonNode pairs(Scene scene) {
    String family =
        "Ostrander" + Integer.toString(scene.unique("").hashCode(), 36).replace("-", "");
    List<String> people = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      people.add(person(scene.tenant().admin(), "Wilhelmina", family));
    }
    String filter = Api.encode("leftPartyId=in=(%s)".formatted(String.join(",", people)));
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (true) {
      JsonNode found =
          scene.tenant().admin().get("/v1/duplicates?filter=" + filter).expect(200).json();
      if (found.path("items").size() == 3 || Instant.now().isAfter(end)) {
        return found;
      }
      LockSupport.parkNanos(200_000_000L);
    }
  }

  static String person(Api api, String given, String family) {
    ObjectNode person =
        Api.object()
            .put("kind", "person")
            .put("givenName", given)
            .put("familyName", family)
            .put("birthDate", "1971-05-06");
    person
        .putArray("contactPoints")
        .addObject()
        .put("type", "email")
        .put("value", family.toLowerCase(Locale.ROOT) + "@example.org");
    return api.post("/v1/parties", person).expect(201).id();
  }
}
