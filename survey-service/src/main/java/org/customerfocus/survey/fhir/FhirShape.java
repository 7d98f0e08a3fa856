package org.customerfocus.survey.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customerfocus.survey.questionnaire.Violation;

/// Whether a document has the form of a FHIR R5 Questionnaire (hl7.org/fhir/R5/questionnaire.html),
/// and nothing in it changes what is asked, or which answers are right, in a way that a survey
/// cannot keep to. Whatever else there is may stay.
final class FhirShape {

  private static final Set<String> ROOT =
      Set.of(
          ("resourceType id meta implicitRules language text contained extension modifierExtension"
                  + " url identifier version versionAlgorithmString versionAlgorithmCoding name"
                  + " title derivedFrom status experimental subjectType date publisher contact"
                  + " description useContext jurisdiction purpose copyright copyrightLabel"
                  + " approvalDate lastReviewDate effectivePeriod code item")
              .split(" "));
  private static final Set<String> ITEM =
      Set.of(
          ("id extension modifierExtension linkId definition code prefix text type enableWhen"
                  + " enableBehavior disabledDisplay required repeats readOnly maxLength"
                  + " answerConstraint answerValueSet answerOption initial item")
              .split(" "));
  private static final Set<String> BESIDE = Set.of("id", "extension");
  private static final Set<String> OPTION =
      Set.of(
          ("id extension modifierExtension valueInteger valueDate valueTime valueString valueCoding"
                  + " valueReference initialSelected")
              .split(" "));
  private static final Set<String> CONDITION =
      Set.of(
          ("id extension modifierExtension question operator answerBoolean answerDecimal"
                  + " answerInteger answerDate answerDateTime answerTime answerString answerCoding"
                  + " answerQuantity answerReference")
              .split(" "));
  private static final Set<String> TEXTS =
      Set.of(
          ("resourceType id implicitRules language url version name title status description date"
                  + " publisher purpose copyright linkId definition prefix type enableBehavior"
                  + " disabledDisplay answerConstraint answerValueSet question operator")
              .split(" "));
  private static final Set<String> TRUTHS =
      Set.of("experimental", "required", "repeats", "readOnly", "initialSelected");
  private static final Set<String> LISTS =
      Set.of("extension", "item", "answerOption", "enableWhen", "initial", "code", "contained");
  private static final Set<String> OBJECTS = Set.of("valueCoding", "answerCoding", "meta");

  /// Extensions that rule out answers, or items, by means that a survey does not have.
  private static final Map<String, String> RULES =
      Map.of(
          Fhir.CORE + "questionnaire-constraint", "rules in FHIRPath are not kept to here",
          Fhir.CORE + "targetConstraint", "rules in FHIRPath are not kept to here",
          Fhir.CORE + "regex", "patterns are not kept to here",
          Fhir.CORE + "questionnaire-unitOption", "answers carry no unit here",
          Fhir.CORE + "questionnaire-unitValueSet", "answers carry no unit here",
          Fhir.SDC + "sdc-questionnaire-answerExpression", "options are listed here",
          Fhir.SDC + "sdc-questionnaire-candidateExpression", "options are listed here",
          Fhir.SDC + "sdc-questionnaire-answerOptionsToggleExpression",
              "options are carried forward from an earlier choice here",
          Fhir.CORE + "questionnaire-optionRestriction", "options are listed here");

  private final List<Violation> violations = new ArrayList<>();

  private FhirShape() {}

  static List<Violation> violations(ObjectNode root) {
    FhirShape shape = new FhirShape();
    if (!root.path("resourceType").asText().equals("Questionnaire")) {
      shape.refuse("/resourceType", "It is Questionnaire.");
    }
    if (!Set.of("draft", "active", "retired", "unknown").contains(root.path("status").asText())) {
      shape.refuse("/status", "It is draft, active, retired or unknown.");
    }
    if (!root.path("item").isArray()) {
      shape.refuse("/item", "A survey has items.");
    }
    shape.element("", root, ROOT);
    shape.items("", root);
    return shape.violations;
  }

  private void refuse(String pointer, String detail) {
    violations.add(new Violation(pointer, detail));
  }

  private void items(String at, JsonNode parent) {
    if (!(parent.path("item") instanceof ArrayNode items)) {
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      String place = at + "/item/" + i;
      if (object(place, items.get(i))) {
        item(place, (ObjectNode) items.get(i));
      }
    }
  }

  private void item(String at, ObjectNode item) {
    element(at, item, ITEM);
    for (String member : List.of("linkId", "type")) {
      if (!item.has(member)) {
        refuse(at + "/" + member, "An item has a " + member + ".");
      }
    }
    if (item.has("text") && !item.path("text").isTextual()) {
      refuse(at + "/text", "It is a text.");
    }
    if (item.has("maxLength") && !item.path("maxLength").isInt()) {
      refuse(at + "/maxLength", "It is a whole number.");
    }
    parts(at + "/answerOption", item.path("answerOption"), OPTION);
    parts(at + "/enableWhen", item.path("enableWhen"), CONDITION);
    items(at, item);
  }

  private void parts(String at, JsonNode member, Set<String> known) {
    if (!(member instanceof ArrayNode parts)) {
      return;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (object(at + "/" + i, parts.get(i))) {
        element(at + "/" + i, (ObjectNode) parts.get(i), known);
      }
    }
  }

  private boolean object(String at, JsonNode node) {
    if (!node.isObject()) {
      refuse(at, "It is an object.");
    }
    return node.isObject();
  }

  private void element(String at, ObjectNode element, Set<String> known) {
    element
        .properties()
        .forEach(
            each -> {
              String name = each.getKey();
              String place = at + "/" + name.replace("~", "~0").replace("/", "~1");
              String plain = name.startsWith("_") ? name.substring(1) : name;
              if (!known.contains(plain)) {
                refuse(place, "FHIR R5 has no such element here.");
              } else if (name.startsWith("_")) {
                beside(place, each.getValue());
              } else {
                form(place, name, each.getValue());
              }
            });
    extensions(at, element);
  }

  private void form(String at, String name, JsonNode value) {
    if (name.equals("modifierExtension") || name.equals("implicitRules")) {
      refuse(at, "It may change what everything else means, and is not understood here.");
    } else if (value.isNull()) {
      refuse(at, "In FHIR what is absent is left out, never null.");
    } else if (TEXTS.contains(name) && (!value.isTextual() || value.asText().isEmpty())) {
      refuse(at, "It is a text that is not empty.");
    } else if (TRUTHS.contains(name) && !value.isBoolean()) {
      refuse(at, "It is true or false.");
    } else if (LISTS.contains(name) && !(value instanceof ArrayNode list && !list.isEmpty())) {
      refuse(at, "It is a list that is not empty.");
    } else if (OBJECTS.contains(name) && !value.isObject()) {
      refuse(at, "It is an object.");
    }
  }

  /// What stands beside a primitive, for a list of them in a list.
  private void beside(String at, JsonNode value) {
    if (value instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        if (!list.get(i).isNull()) {
          beside(at + "/" + i, list.get(i));
        }
      }
    } else if (object(at, value)) {
      element(at, (ObjectNode) value, BESIDE);
    }
  }

  private void extensions(String at, JsonNode element) {
    if (!(element.path("extension") instanceof ArrayNode extensions)) {
      return;
    }
    for (int i = 0; i < extensions.size(); i++) {
      String place = at + "/extension/" + i;
      if (!object(place, extensions.get(i))) {
        continue;
      }
      JsonNode extension = extensions.get(i);
      extensions(place, extension);
      if (!extension.path("url").isTextual()) {
        refuse(place + "/url", "An extension has a url.");
        continue;
      }
      String url = extension.path("url").asText();
      String rule = RULES.get(url);
      if (rule != null) {
        refuse(place, "It cannot be kept to: " + rule + ".");
      } else if (url.equals(Fhir.HIDDEN) && extension.path("valueBoolean").asBoolean()) {
        refuse(place, "Every item is shown here: leave it out, or give it a condition.");
      } else if (url.equals(Fhir.ENABLE_WHEN) || url.equals(Fhir.CALCULATED)) {
        JsonNode expression = extension.path("valueExpression");
        if (!expression.path("language").asText().equals(Fhir.CEL)
            || !expression.path("expression").isTextual()) {
          refuse(place + "/valueExpression", "Expressions are of the language " + Fhir.CEL + ".");
        }
      }
    }
  }
}
