package org.customerfocus.agreement.attainment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The published numbers that this package has to reproduce.
final class Vectors {

  private Vectors() {}

  static JsonNode all() {
    try (InputStream in = Vectors.class.getResourceAsStream("/vectors/service-levels.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<JsonNode> rows(String pointer) {
    JsonNode rows = all().at(pointer);
    if (!rows.isArray() || rows.isEmpty()) {
      throw new IllegalStateException("No rows at " + pointer);
    }
    return StreamSupport.stream(rows.spliterator(), false);
  }
}
