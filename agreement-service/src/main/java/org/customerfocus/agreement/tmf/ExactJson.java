package org.customerfocus.agreement.tmf;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// JSON whose numbers keep their digits and whose members keep their order.
public final class ExactJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .nodeFactory(new JsonNodeFactory(true))
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private static final int ZEROS = 100;

  private ExactJson() {}

  /// @throws JsonProcessingException where it is no JSON, or has a number that is very long when it
  ///   is written out
  public static JsonNode parse(String text) throws JsonProcessingException {
    JsonNode read = JSON.readTree(text);
    check(read);
    return read;
  }

  private static void check(JsonNode node) throws JsonProcessingException {
    if (node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > ZEROS) {
      throw new StreamConstraintsException("A number has more than %d zeros".formatted(ZEROS));
    }
    for (JsonNode each : node) {
      check(each);
    }
  }

  public static String write(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  /// The same as if it had been read: numbers of the kinds that a reader makes.
  static JsonNode normal(JsonNode node) {
    try {
      return parse(write(node));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was written is read", e);
    }
  }
}
