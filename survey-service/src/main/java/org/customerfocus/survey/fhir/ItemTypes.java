package org.customerfocus.survey.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.customerfocus.conventions.wire.WireEnum;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Limits;
import org.jspecify.annotations.Nullable;

/// Which type an item has in FHIR, and which one it gets from there.
final class ItemTypes {

  private ItemTypes() {}

  /// The code of FHIR's item types.
  static String ofFhir(Item item) {
    return switch (item.type()) {
      case GROUP, MATRIX, EXPECTATION_PERCEPTION -> "group";
      case STATEMENT -> "display";
      case NPS, CSAT, CES, SCALE -> "integer";
      case SLIDER -> isWhole(item.answerLimits()) ? "integer" : "decimal";
      case SINGLE_CHOICE, MULTIPLE_CHOICE, RANKING, CONSTANT_SUM -> "coding";
      case NUMBER ->
          Integer.valueOf(0).equals(item.answerLimits().decimals()) ? "integer" : "decimal";
      case TEXT -> "text";
      case SHORT_TEXT, EMAIL, PHONE -> "string";
      case DATE -> "date";
      case CONSENT -> "boolean";
      case COMPUTED -> "decimal";
    };
  }

  private static boolean isWhole(Limits limits) {
    return Stream.of(limits.min(), limits.max(), limits.step())
        .allMatch(each -> each == null || Fhir.integer(each) != null);
  }

  /// Whether FHIR's type alone says what it is.
  static boolean isPlain(ItemType type) {
    return switch (type) {
      case GROUP,
          STATEMENT,
          SINGLE_CHOICE,
          MULTIPLE_CHOICE,
          NUMBER,
          TEXT,
          SHORT_TEXT,
          DATE,
          CONSENT,
          COMPUTED ->
          true;
      case MATRIX,
          EXPECTATION_PERCEPTION,
          NPS,
          CSAT,
          CES,
          SCALE,
          SLIDER,
          RANKING,
          CONSTANT_SUM,
          EMAIL,
          PHONE ->
          false;
    };
  }

  /// The type that an element's own extension names, or that FHIR's type comes to; null where there
  /// is none that takes the same answers.
  static @Nullable ItemType of(JsonNode element) {
    var own = Fhir.extension(element, Fhir.ITEM_TYPE);
    String fhir = element.path("type").asText();
    if (own != null) {
      ItemType type = WireEnum.find(ItemType.class, own.path("valueCode").asText()).orElse(null);
      return (type != null && agrees(type, fhir)) ? type : null;
    }
    boolean repeats = element.path("repeats").asBoolean();
    return switch (fhir) {
      case "group" -> ItemType.GROUP;
      case "display" -> ItemType.STATEMENT;
      case "boolean" -> ItemType.CONSENT;
      case "integer", "decimal" -> number(element);
      case "string" -> ItemType.SHORT_TEXT;
      case "text" -> ItemType.TEXT;
      case "date" -> ItemType.DATE;
      case "coding" -> repeats ? ItemType.MULTIPLE_CHOICE : ItemType.SINGLE_CHOICE;
      default -> null;
    };
  }

  private static ItemType number(JsonNode element) {
    if (Fhir.extension(element, Fhir.CALCULATED) != null) {
      return ItemType.COMPUTED;
    }
    boolean slider =
        Fhir.hasControl(element, "slider")
            && Stream.of(Fhir.MIN_VALUE, Fhir.MAX_VALUE, Fhir.SLIDER_STEP)
                .allMatch(url -> Fhir.extension(element, url) != null);
    return slider ? ItemType.SLIDER : ItemType.NUMBER;
  }

  private static boolean agrees(ItemType type, String fhir) {
    boolean number =
        type == ItemType.SLIDER || type == ItemType.NUMBER || type == ItemType.COMPUTED;
    return number
        ? fhir.equals("integer") || fhir.equals("decimal")
        : fhir.equals(ofFhir(Item.of("x", type, "x")));
  }

  /// A number that an extension carries, as written.
  static @Nullable BigDecimal number(JsonNode element, String url) {
    var extension = Fhir.extension(element, url);
    if (extension == null) {
      return null;
    }
    JsonNode value = extension.path("valueInteger");
    JsonNode number = value.isMissingNode() ? extension.path("valueDecimal") : value;
    return number.isNumber() ? number.decimalValue() : null;
  }
}
