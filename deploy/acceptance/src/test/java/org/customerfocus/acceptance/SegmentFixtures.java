package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.customerfocus.acceptance.Fixtures.Scene;

/// The valid requests of segments.
final class SegmentFixtures {

  private SegmentFixtures() {}

  static void fill(Fixtures table) {
    table
        .plain("listSegments")
        .with(SegmentFixtures::uniqueName, "createSegment")
        .on("createSegment", "getSegment", "updateSegment", "deleteSegment");
  }

  private static void uniqueName(Scene scene, ObjectNode segment) {
    segment.put("name", scene.unique(segment.path("name").asText()));
  }
}
