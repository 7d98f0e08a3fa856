package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.customerfocus.acceptance.Fixtures.Scene;

/// The valid requests of segments.
final class SegmentFixtures {

  private static final int ENOUGH = 12;

  private SegmentFixtures() {}

  static void fill(Fixtures table) {
    table
        .plain("listSegments")
        .with(SegmentFixtures::uniqueName, "createSegment")
        .on("createSegment", "getSegment", "updateSegment", "deleteSegment")
        .on("createSegment", "getSegmentUses")
        .plain("previewSegment")
        .special("addSegmentMembers", SegmentFixtures::addMembers)
        .special("putSegmentMember", (scene, operation) -> member(scene, operation, false))
        .special("deleteSegmentMember", (scene, operation) -> member(scene, operation, true))
        .special("listSegmentMembers", SegmentFixtures::ofFilledList)
        .special("listSegmentChanges", SegmentFixtures::ofFilledList)
        .special("listCustomerSegments", SegmentFixtures::ofCustomer);
  }

  private static String list(Scene scene) {
    ObjectNode list = Api.object().put("name", scene.unique("Pilot")).put("kind", "list");
    return scene.tenant().admin().post("/v1/segments", list).expect(201).id();
  }

  private static Request addMembers(Scene scene, Operation operation) {
    ObjectNode batch = Api.object();
    batch.putArray("customerIds").add(scene.id("createCustomer"));
    return Request.post(operation.path().replace("{id}", list(scene)), batch);
  }

  private static Request member(Scene scene, Operation operation, boolean present) {
    String list = list(scene);
    String customer = scene.id("createCustomer");
    String path = operation.path().replace("{id}", list).replace("{customerId}", customer);
    if (present) {
      add(scene, list, customer);
    }
    return Request.of(operation.method(), path);
  }

  /// Lists that nobody else adds to come with enough to page through.
  private static Request ofFilledList(Scene scene, Operation operation) {
    String list = list(scene);
    for (int i = 0; i < ENOUGH; i++) {
      add(scene, list, scene.id("createCustomer"));
    }
    return Request.get(operation.path().replace("{id}", list));
  }

  private static Request ofCustomer(Scene scene, Operation operation) {
    String customer = scene.id("createCustomer");
    for (int i = 0; i < ENOUGH; i++) {
      add(scene, list(scene), customer);
    }
    return Request.get(operation.path().replace("{id}", customer));
  }

  private static void add(Scene scene, String list, String customer) {
    ObjectNode batch = Api.object();
    batch.putArray("customerIds").add(customer);
    scene.tenant().admin().post("/v1/segments/" + list + "/members", batch).expect(200);
  }

  private static void uniqueName(Scene scene, ObjectNode segment) {
    segment.put("name", scene.unique(segment.path("name").asText()));
  }
}
