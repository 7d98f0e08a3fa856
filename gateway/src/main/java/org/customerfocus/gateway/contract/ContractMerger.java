package org.customerfocus.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Merges the OpenAPI 3.1 documents of several owners into one.
///
/// - What a document says at its root for all its operations (`security`, `servers`) is pushed into
///   the operations, so that no owner's rule reaches another's operations.
/// - Components, tags and problem types of one name are shared when they are equal, and refused
///   when not: renaming one silently would change generated clients.
/// - Repeated operationIds, and paths that one request could match in two ways, are refused.
/// - Each path item carries its owner as `x-service`.
/// - The same input gives the same bytes: paths, components, tags and problem types are sorted, and
///   all else keeps the order of its document.
///
/// The first document is the frame: `info`, root `servers` and `externalDocs` come from it.
public final class ContractMerger {

  static final String OWNER = "x-service";
  static final String PROBLEM_TYPES = "x-problem-types";

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final Set<String> MERGED =
      Set.of("openapi", "info", "servers", "security", "tags", "paths", "components");
  private static final Set<String> FRAME_ONLY = Set.of("externalDocs");

  private final ObjectNode frame;
  private final Map<String, JsonNode> paths = new TreeMap<>();
  private final Map<String, Owned> pathOwners = new TreeMap<>();
  private final Map<String, String> operationOwners = new TreeMap<>();
  private final Shared tags = new Shared("tag");
  private final Map<String, Shared> components = new TreeMap<>();
  private final Shared problemTypes = new Shared("problem type");
  private final Shared extras = new Shared("root member");

  private ContractMerger(ObjectNode frame) {
    this.frame = frame;
  }

  /// Makes one document of several.
  ///
  /// @param documents by owner; the first is the frame
  /// @throws ContractConflict when they cannot be one document
  public static ObjectNode merge(SequencedMap<String, ObjectNode> documents) {
    if (documents.isEmpty()) {
      throw new ContractConflict("There is no document to merge");
    }
    ContractMerger merger = new ContractMerger(documents.firstEntry().getValue());
    documents.forEach(merger::add);
    ObjectNode merged = merger.build();
    References.requireResolved(merged);
    return merged;
  }

  private void add(String owner, ObjectNode document) {
    requireVersion(owner, document);
    eachNamed(document.path("tags"), "name", (name, tag) -> tags.add(owner, name, tag));
    eachNamed(
        document.path(PROBLEM_TYPES), "slug", (slug, type) -> problemTypes.add(owner, slug, type));
    document
        .path("components")
        .forEachEntry(
            (section, members) -> {
              Shared shared =
                  components.computeIfAbsent(section, s -> new Shared("component " + s));
              members.forEachEntry((name, member) -> shared.add(owner, name, member));
            });
    document.path("paths").forEachEntry((path, item) -> addPath(owner, document, path, item));
    document.forEachEntry(
        (name, value) -> {
          boolean known = MERGED.contains(name) || FRAME_ONLY.contains(name);
          if (!known && !name.equals(PROBLEM_TYPES)) {
            extras.add(owner, name, value);
          }
        });
  }

  private void requireVersion(String owner, ObjectNode document) {
    String version = document.path("openapi").asText();
    String expected = frame.path("openapi").asText();
    if (!version.startsWith("3.1.")) {
      throw new ContractConflict(
          "The document of %s is OpenAPI %s; only 3.1 is merged".formatted(owner, version));
    }
    if (!version.equals(expected)) {
      throw new ContractConflict(
          "The document of %s is OpenAPI %s, the first one %s".formatted(owner, version, expected));
    }
  }

  private void addPath(String owner, ObjectNode document, String path, JsonNode item) {
    refuseOverlap(owner, path);
    ObjectNode copy = item.deepCopy();
    copy.forEachEntry(
        (method, operation) -> {
          if (METHODS.contains(method)) {
            completeOperation(owner, document, copy, (ObjectNode) operation, path);
          }
        });
    ObjectNode owned = JsonNodeFactory.instance.objectNode();
    owned.put(OWNER, owner);
    copy.remove(OWNER);
    paths.put(path, owned.setAll(copy));
  }

  private void refuseOverlap(String owner, String path) {
    PathTemplate template = PathTemplate.parse(path);
    pathOwners.forEach(
        (known, other) -> {
          boolean same = template.shape().equals(other.template().shape());
          boolean foreign = !owner.equals(other.owner()) && template.overlaps(other.template());
          if (same || foreign) {
            throw new ContractConflict(
                "The path %s of %s overlaps %s of %s".formatted(path, owner, known, other.owner()));
          }
        });
    pathOwners.put(path, new Owned(owner, template));
  }

  private void completeOperation(
      String owner, ObjectNode document, ObjectNode item, ObjectNode operation, String path) {
    @Nullable JsonNode id = operation.get("operationId");
    if (id == null) {
      throw new ContractConflict(
          "An operation on %s of %s has no operationId".formatted(path, owner));
    }
    String other = operationOwners.putIfAbsent(id.asText(), owner);
    if (other != null) {
      throw new ContractConflict(
          "The operationId %s is used by both %s and %s".formatted(id.asText(), other, owner));
    }
    push(document, operation, "security");
    // Servers that are the frame's own stay at the root of the merged document and hold there.
    boolean same = Objects.equals(document.get("servers"), frame.get("servers"));
    if (!same && !item.has("servers")) {
      push(document, operation, "servers");
    }
  }

  private static void push(ObjectNode document, ObjectNode operation, String member) {
    JsonNode value = document.get(member);
    if (value != null && !operation.has(member)) {
      operation.set(member, value.deepCopy());
    }
  }

  private ObjectNode build() {
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    merged.put("openapi", frame.path("openapi").asText());
    copyFromFrame(merged, "info");
    copyFromFrame(merged, "externalDocs");
    copyFromFrame(merged, "servers");
    if (!tags.isEmpty()) {
      merged.set("tags", tags.asArray());
    }
    merged.set("paths", JsonNodeFactory.instance.objectNode().setAll(paths));
    if (!components.isEmpty()) {
      ObjectNode sections = merged.putObject("components");
      components.forEach((section, members) -> sections.set(section, members.asObject()));
    }
    extras.asObject().forEachEntry(merged::set);
    if (!problemTypes.isEmpty()) {
      merged.set(PROBLEM_TYPES, problemTypes.asArray());
    }
    return merged;
  }

  private void copyFromFrame(ObjectNode merged, String member) {
    JsonNode value = frame.get(member);
    if (value != null) {
      merged.set(member, value.deepCopy());
    }
  }

  private static void eachNamed(JsonNode list, String key, BiConsumer<String, JsonNode> action) {
    for (JsonNode entry : list) {
      action.accept(entry.path(key).asText(), entry);
    }
  }

  private record Owned(String owner, PathTemplate template) {}

  /// Things of one kind by name, shared when equal.
  private static final class Shared {

    private final String kind;
    private final Map<String, JsonNode> values = new TreeMap<>();
    private final Map<String, String> owners = new TreeMap<>();

    Shared(String kind) {
      this.kind = kind;
    }

    void add(String owner, String name, JsonNode value) {
      JsonNode known = values.putIfAbsent(name, value);
      if (known == null) {
        owners.put(name, owner);
      } else if (!known.equals(value)) {
        throw new ContractConflict(
            "The %s %s differs between %s and %s".formatted(kind, name, owners.get(name), owner));
      }
    }

    boolean isEmpty() {
      return values.isEmpty();
    }

    ObjectNode asObject() {
      return JsonNodeFactory.instance.objectNode().setAll(values);
    }

    ArrayNode asArray() {
      List<JsonNode> sorted = new ArrayList<>(values.values());
      return JsonNodeFactory.instance.arrayNode().addAll(sorted);
    }
  }
}
