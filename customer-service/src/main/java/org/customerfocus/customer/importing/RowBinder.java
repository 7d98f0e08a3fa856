package org.customerfocus.customer.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Set;
import org.customerfocus.conventions.problem.InvalidRequests;
import org.customerfocus.conventions.problem.ProblemException;

/// Binds parts of a row to the requests that describe them, under the same declared constraints as
/// a body has.
@ApplicationScoped
class RowBinder {

  private final ObjectMapper json;
  private final ObjectMapper cells;
  private final Validator validator;

  RowBinder(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
    // In a table everything is text: numbers and truth values too.
    ObjectMapper lenient = json.copy();
    lenient.setConfig(
        lenient.getDeserializationConfig().with(MapperFeature.ALLOW_COERCION_OF_SCALARS));
    this.cells = lenient;
  }

  ObjectMapper mapper(FileFormat format) {
    return format == FileFormat.CSV ? cells : json;
  }

  JsonNode write(Object value) {
    return json.valueToTree(value);
  }

  /// @throws ProblemException with a pointer for each fault
  <T> T bind(JsonNode document, Class<T> type, FileFormat format) {
    T bound;
    try {
      bound = mapper(format).treeToValue(document, type);
    } catch (JsonProcessingException e) {
      throw InvalidRequests.unreadable(e);
    }
    Set<ConstraintViolation<T>> violations = validator.validate(bound);
    if (!violations.isEmpty()) {
      throw InvalidRequests.violationsOf(violations);
    }
    return bound;
  }
}
