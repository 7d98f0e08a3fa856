package org.customerfocus.conventions.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.Set;
import org.customerfocus.conventions.problem.InvalidRequests;

/// A JSON merge patch (RFC 7396): the members it names replace those of the resource, null clears,
/// arrays are replaced whole.
public final class MergePatch {

  /// The media type of a patch.
  public static final String MEDIA_TYPE = "application/merge-patch+json";

  private final ObjectNode patch;
  private final ObjectMapper json;
  private final Validator validator;

  MergePatch(ObjectNode patch, ObjectMapper json, Validator validator) {
    this.patch = patch;
    this.json = json;
    this.validator = validator;
  }

  /// The request that would make the patched resource from nothing, validated whole.
  ///
  /// @param current the request that describes the resource as it is
  public <T> T applyTo(T current) {
    JsonNode merged = merge(json.valueToTree(current), patch);
    try {
      @SuppressWarnings("unchecked")
      T patched = (T) json.treeToValue(merged, current.getClass());
      Set<ConstraintViolation<T>> violations = validator.validate(patched);
      if (!violations.isEmpty()) {
        throw InvalidRequests.violationsOf(violations);
      }
      return patched;
    } catch (JsonProcessingException e) {
      throw InvalidRequests.unreadable(e);
    }
  }

  /// The merged document; the target is changed on the way.
  public static JsonNode merge(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    ObjectNode result = target instanceof ObjectNode object ? object : changes.objectNode();
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      if (change.getValue().isNull()) {
        result.remove(change.getKey());
      } else {
        JsonNode before = result.get(change.getKey());
        result.set(
            change.getKey(), merge(before == null ? result.nullNode() : before, change.getValue()));
      }
    }
    return result;
  }
}
