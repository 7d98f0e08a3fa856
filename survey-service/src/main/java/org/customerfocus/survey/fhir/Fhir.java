package org.customerfocus.survey.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The words of FHIR R5 that a Questionnaire is written in, and the extensions that it needs.
///
/// Standard extensions are of the FHIR Extensions Pack (hl7.org/fhir/extensions) and of Structured
/// Data Capture (hl7.org/fhir/uv/sdc); what neither has stands under [#OWN].
final class Fhir {

  static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  /// Decimals keep their digits: in FHIR 0.010 says more than 0.01.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .nodeFactory(NODES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  static final String CORE = "http://hl7.org/fhir/StructureDefinition/";
  static final String SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";

  /// Where the project's own extensions have their names.
  static final String OWN = "https://customerfocus.org/fhir/StructureDefinition/";

  static final String MIN_VALUE = CORE + "minValue";
  static final String MAX_VALUE = CORE + "maxValue";
  static final String MIN_LENGTH = CORE + "minLength";
  static final String MAX_DECIMALS = CORE + "maxDecimalPlaces";
  static final String MIN_OCCURS = CORE + "questionnaire-minOccurs";
  static final String MAX_OCCURS = CORE + "questionnaire-maxOccurs";
  static final String SLIDER_STEP = CORE + "questionnaire-sliderStepValue";
  static final String OPTION_EXCLUSIVE = CORE + "questionnaire-optionExclusive";
  static final String OPEN_LABEL = SDC + "sdc-questionnaire-openLabel";
  static final String ITEM_CONTROL = CORE + "questionnaire-itemControl";
  static final String HIDDEN = CORE + "questionnaire-hidden";
  static final String TRANSLATION = CORE + "translation";
  static final String ENABLE_WHEN = SDC + "sdc-questionnaire-enableWhenExpression";
  static final String CALCULATED = SDC + "sdc-questionnaire-calculatedExpression";

  static final String NAME = OWN + "survey-name";
  static final String INTRODUCTION = OWN + "introduction";
  static final String COMPLETION = OWN + "completion";
  static final String ANONYMOUS = OWN + "anonymous";
  static final String THRESHOLD = OWN + "anonymity-threshold";
  static final String THEME = OWN + "theme";
  static final String ATTRIBUTE = OWN + "respondent-attribute";
  static final String TRANSLATED = OWN + "translated-into";
  static final String ITEM_TYPE = OWN + "item-type";
  static final String HELP = OWN + "help";
  static final String TOP_BOX = OWN + "top-box";
  static final String NON_ANSWER = OWN + "non-answer";
  static final String FREE_TEXT = OWN + "free-text";
  static final String STEP = OWN + "slider-step";
  static final String TOTAL = OWN + "total";
  static final String SKIP = OWN + "skip";
  static final String CARRY_FORWARD = OWN + "carry-forward";
  static final String UNTIED = OWN + "untied-translation";

  static final String CONTROLS = "http://hl7.org/fhir/questionnaire-item-control";
  static final String CEL = "text/cel";

  /// Extensions that a survey says by itself; all others are kept as they came.
  private static final Set<String> UNDERSTOOD =
      Set.of(
          MIN_VALUE,
          MAX_VALUE,
          MIN_LENGTH,
          MAX_DECIMALS,
          MIN_OCCURS,
          MAX_OCCURS,
          SLIDER_STEP,
          OPTION_EXCLUSIVE,
          TRANSLATION,
          ENABLE_WHEN,
          CALCULATED);

  private Fhir() {}

  static boolean understands(String url) {
    return url.startsWith(OWN) || UNDERSTOOD.contains(url);
  }

  static JsonNode parse(String text) throws JsonProcessingException {
    return JSON.readTree(text);
  }

  static String write(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  /// The same as if it had come from outside: numbers of the kinds that a reader makes.
  static ObjectNode normal(ObjectNode node) {
    try {
      return (ObjectNode) parse(write(node));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was written is read", e);
    }
  }

  // --- extensions
  // ---------------------------------------------------------------------------------------

  /// Adds an extension with a value.
  static void extend(ObjectNode element, String url, String member, JsonNode value) {
    ObjectNode extension = element.withArray("extension").addObject();
    extension.put("url", url);
    extension.set(member, value);
  }

  static void extend(ObjectNode element, String url, String member, String value) {
    extend(element, url, member, TextNode.valueOf(value));
  }

  /// Adds an extension that is made of others.
  ///
  /// @return the extension, to be extended
  static ObjectNode extend(ObjectNode element, String url) {
    return element.withArray("extension").addObject().put("url", url);
  }

  /// The extensions of an element with this URL.
  static List<ObjectNode> extensions(JsonNode element, String url) {
    List<ObjectNode> found = new ArrayList<>();
    for (JsonNode each : element.path("extension")) {
      if (each instanceof ObjectNode extension && each.path("url").asText().equals(url)) {
        found.add(extension);
      }
    }
    return found;
  }

  static @Nullable ObjectNode extension(JsonNode element, String url) {
    List<ObjectNode> found = extensions(element, url);
    return found.isEmpty() ? null : found.getFirst();
  }

  static ObjectNode expression(String text) {
    return NODES.objectNode().put("language", CEL).put("expression", text);
  }

  static ObjectNode control(String code) {
    ObjectNode concept = NODES.objectNode();
    concept.putArray("coding").addObject().put("system", CONTROLS).put("code", code);
    return concept;
  }

  static boolean hasControl(JsonNode element, String code) {
    ObjectNode control = extension(element, ITEM_CONTROL);
    if (control != null) {
      for (JsonNode coding : control.path("valueCodeableConcept").path("coding")) {
        if (coding.path("code").asText().equals(code)) {
          return true;
        }
      }
    }
    return false;
  }

  /// A whole number as `valueInteger` takes it, or null where it is none or too large.
  static @Nullable Integer integer(BigDecimal number) {
    boolean fits =
        number.scale() == 0 && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    return fits ? number.intValueExact() : null;
  }

  /// A number without decimals as `valueInteger` takes it, however it is written; else null.
  static @Nullable Integer whole(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    // One like 1e300000000 is short as it is, and endless with its zeros written out.
    boolean tooLarge = (long) plain.precision() - plain.scale() > 10;
    return tooLarge ? null : integer(plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  static ArrayNode array(List<JsonNode> elements) {
    return NODES.arrayNode().addAll(elements);
  }
}
