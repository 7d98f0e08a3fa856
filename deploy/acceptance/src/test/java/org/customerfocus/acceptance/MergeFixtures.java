package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.customerfocus.acceptance.Fixtures.Scene;

/// The valid requests of finding and merging duplicates.
final class MergeFixtures {

  private static final Map<String, Queue<String>> PAIRS = new ConcurrentHashMap<>();

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
        .special("getDuplicate", (scene, operation) -> on(operation, pairs(scene).element()))
        .special(
            "updateDuplicate",
            (scene, operation) -> {
              String pair = pairs(scene).remove();
              awaitScans(scene.tenant().admin());
              return on(operation, pair)
                  .with("Content-Type", operation.requestMedia())
                  .body(operation.example());
            });
  }

  private static void two(Scene scene, ObjectNode merge) {
    merge.put("survivorId", scene.person()).put("mergedId", scene.person());
  }

  private static Request on(Operation operation, String id) {
    return Request.of(operation.method(), operation.path().replaceFirst("\\{[^}]+}", id));
  }

  /// Pairs of the tenant that nobody has judged, at least one.
  private static Queue<String> pairs(Scene scene) {
    Queue<String> pairs =
        PAIRS.computeIfAbsent(scene.tenant().id(), tenant -> new ConcurrentLinkedQueue<>());
    if (pairs.isEmpty()) {
      pairs.addAll(made(scene));
    }
    return pairs;
  }

  /// A scan weighs all pairs anew, which changes them.
  private static void awaitScans(Api api) {
    String atWork = Api.encode("status=in=(queued,profiling,learning,comparing)");
    Eventually.json(
        api, "/v1/duplicate-scans?filter=" + atWork, page -> page.path("items").isEmpty());
  }

  /// Six records of one person, which are fifteen pairs.
  private static List<String> made(Scene scene) {
    String family =
        "Ostrander" + Integer.toString(scene.unique("").hashCode(), 36).replace("-", "");
    List<String> people = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      people.add(person(scene.tenant().admin(), "Wilhelmina", family));
    }
    String filter = Api.encode("leftPartyId=in=(%s)".formatted(String.join(",", people)));
    JsonNode found =
        Eventually.json(
            scene.tenant().admin(),
            "/v1/duplicates?filter=" + filter,
            page -> page.path("items").size() == 15);
    List<String> ids = new ArrayList<>();
    found.path("items").forEach(pair -> ids.add(pair.path("id").asText()));
    return ids;
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
