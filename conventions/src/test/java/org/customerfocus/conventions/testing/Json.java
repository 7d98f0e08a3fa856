package org.customerfocus.conventions.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.response.Response;
import java.util.Map;
import java.util.regex.Pattern;

/// Whole-body assertions. What no test can foresee is written as `${instant}`, `${uuid}` or
/// `${text}` and must have that form.
public final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Map<String, Pattern> FORMS =
      Map.of(
          "${instant}",
          Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z"),
          "${uuid}",
          Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
          "${text}",
          Pattern.compile(".+"));

  private Json() {}

  /// Demands exactly this body, members in any order.
  public static void assertBody(Response response, String expected) {
    assertSame(response.asString(), expected);
  }

  public static void assertSame(String actual, String expected) {
    JsonNode wanted = parse(expected);
    JsonNode given = parse(actual);
    JsonNode blanked = blank(given, wanted);
    assertThat(blanked.toPrettyString()).isEqualTo(sorted(wanted).toPrettyString());
  }

  /// The given tree, sorted, with each foreseen form in the place of a value that has it.
  private static JsonNode blank(JsonNode given, JsonNode wanted) {
    if (wanted instanceof TextNode form
        && FORMS.containsKey(form.asText())
        && given instanceof TextNode text
        && FORMS.get(form.asText()).matcher(text.asText()).matches()) {
      return form;
    }
    if (given instanceof ObjectNode object) {
      ObjectNode result = MAPPER.createObjectNode();
      object.properties().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              each ->
                  result.set(each.getKey(), blank(each.getValue(), wanted.path(each.getKey()))));
      return result;
    }
    if (given instanceof ArrayNode array) {
      ArrayNode result = MAPPER.createArrayNode();
      for (int i = 0; i < array.size(); i++) {
        result.add(blank(array.get(i), wanted.path(i)));
      }
      return result;
    }
    return given;
  }

  private static JsonNode sorted(JsonNode tree) {
    return blank(tree, MAPPER.missingNode());
  }

  public static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + text, e);
    }
  }
}
