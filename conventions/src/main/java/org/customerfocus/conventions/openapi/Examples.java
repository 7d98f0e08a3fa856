package org.customerfocus.conventions.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.jspecify.annotations.Nullable;

/// Examples by schema, from `openapi/examples/<Schema>.json` on the class path, and of files by
/// operation, from `openapi/examples/<operationId>.txt`. A page's example is made of its item's.
final class Examples {

  private static final ObjectMapper JSON = new ObjectMapper();

  static String name(MediaType media) {
    String ref = media.getSchema() == null ? null : media.getSchema().getRef();
    return ref == null ? "" : ref.substring(ref.lastIndexOf('/') + 1);
  }

  @Nullable Object find(String schema) {
    Object own = load(schema);
    if (own == null && schema.startsWith("Page")) {
      Object item = load(schema.substring("Page".length()));
      if (item != null) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", List.of(item));
        page.put("nextCursor", "AZqLxOtwcgCzK3kQ0FZ9yUoBp1t5");
        return page;
      }
    }
    return own;
  }

  /// The beginning of the file that an operation answers with.
  @Nullable String file(String operationId) {
    String resource = "openapi/examples/%s.txt".formatted(operationId);
    try (InputStream in = open(resource)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The example %s cannot be read".formatted(resource), e);
    }
  }

  /// A value as one line of JSON.
  static String line(Object value) {
    try {
      return JSON.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was read from JSON can be written as JSON", e);
    }
  }

  private @Nullable Object load(String schema) {
    String resource = "openapi/examples/%s.json".formatted(schema);
    try (InputStream in = open(resource)) {
      return in == null ? null : JSON.readValue(in, Object.class);
    } catch (IOException e) {
      throw new IllegalStateException("The example %s is not JSON".formatted(resource), e);
    }
  }

  private static @Nullable InputStream open(String resource) {
    return Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
  }
}
