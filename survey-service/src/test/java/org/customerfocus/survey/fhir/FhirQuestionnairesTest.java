package org.customerfocus.survey.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.customerfocus.survey.fhir.FhirSurvey.Header;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Violation;
import org.junit.jupiter.api.Test;

class FhirQuestionnairesTest {

  private static final Header FIRST = new Header("urn:uuid:1", "1", "active");
  private static final Header SECOND = new Header("urn:uuid:1", "2", "active");

  private static final String INTAKE =
      """
      {"resourceType": "Questionnaire", "id": "intake", "url": "http://example.org/q/intake",
       "version": "3.1", "name": "Intake", "title": "Intake", "status": "active",
       "publisher": "A clinic", "subjectType": ["Patient"],
       "text": {"status": "generated", "div": "<div>Intake</div>"},
       "meta": {"profile": ["http://example.org/profile"]},
       "item": [
        {"linkId": "/1", "prefix": "1.", "type": "group", "item": [
          {"linkId": "/1/1", "type": "coding", "required": true, "text": "Smoker?",
           "code": [{"system": "http://loinc.org", "code": "72166-2"}],
           "answerOption": [
             {"valueCoding": {"system": "http://snomed.info/sct", "code": "8517006",
                              "display": "Former"}, "initialSelected": true},
             {"valueCoding": {"system": "http://snomed.info/sct", "code": "77176002",
                              "display": "Current"}}]},
          {"linkId": "/1/2", "type": "integer", "text": "Cigarettes a day",
           "extension": [
             {"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 1},
             {"url": "http://example.org/hint", "valueString": "about"}],
           "enableWhen": [{"question": "/1/1", "operator": "=", "answerCoding":
             {"system": "http://snomed.info/sct", "code": "77176002"}}],
           "item": [
             {"linkId": "/1/2/u", "type": "display", "text": "pieces", "extension": [
               {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
                "valueCodeableConcept": {"coding": [{"code": "unit"}]}}]},
             {"linkId": "/1/2/h", "type": "display", "text": "On average", "extension": [
               {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
                "valueCodeableConcept": {"coding": [{"code": "help"}]}}]}]}]},
        {"linkId": "2", "type": "coding", "repeats": true, "answerConstraint": "optionsOrString",
         "text": "Drinks", "_text": {"extension": [
           {"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": [
             {"url": "lang", "valueCode": "nl"}, {"url": "content", "valueString": "Drank"}]}]},
         "answerOption": [{"valueCoding": {"code": "tea"}}]},
        {"linkId": "3", "type": "text", "text": "More?", "maxLength": 400,
         "initial": [{"valueString": "no"}]}]}""";

  @Property
  void aSurveyIsReadAgainFromItsQuestionnaire(@ForAll long seed) throws Exception {
    FhirSurvey survey = new RandomSurvey(seed).survey();
    Reading reading = read(FhirQuestionnaires.write(survey, FIRST, null));
    assertThat(reading.refused()).isEmpty();
    assertThat(reading.survey()).isEqualTo(survey);
  }

  @Property
  void aQuestionnaireIsGivenBackWithAllThatItHad(@ForAll long seed) throws Exception {
    FhirSurvey survey = new RandomSurvey(seed).survey();
    String written = FhirQuestionnaires.write(survey, FIRST, null);
    ObjectNode document = new Decoration(seed).decorate((ObjectNode) Fhir.parse(written));
    Reading reading = FhirQuestionnaires.read(document);
    assertThat(reading.refused()).isEmpty();
    String back = FhirQuestionnaires.write(reading.survey(), FIRST, Fhir.write(document));
    assertThat(sorted(Fhir.parse(back))).isEqualTo(sorted(document));
  }

  @Test
  void aQuestionnaireOfOthersBecomesASurvey() throws Exception {
    Reading reading = read(INTAKE);
    assertThat(reading.refused()).isEmpty();
    Definition definition = reading.survey().definition();
    assertThat(definition.violations()).isEmpty();
    assertThat(definition.questionnaire().logic().violations()).isEmpty();
    assertThat(definition.questionnaire().questions())
        .extracting(Item::linkId, Item::type, Item::showIf, Item::help)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1_1", ItemType.SINGLE_CHOICE, null, null),
            org.assertj.core.groups.Tuple.tuple(
                "1_2", ItemType.NUMBER, "\"77176002\" in answers._1_1", "On average"),
            org.assertj.core.groups.Tuple.tuple("2", ItemType.MULTIPLE_CHOICE, null, null),
            org.assertj.core.groups.Tuple.tuple("3", ItemType.TEXT, null, null));
    Item drinks = definition.items().get(1);
    assertThat(drinks.optionList())
        .extracting(each -> each.label())
        .containsExactly("tea", "Other");
    assertThat(drinks.optionList().getLast().takesText()).isTrue();
    assertThat(definition.translationMap().get("nl").itemMap().get("2").text()).isEqualTo("Drank");
    String back = FhirQuestionnaires.write(reading.survey(), FIRST, INTAKE);
    assertThat(sorted(Fhir.parse(back))).isEqualTo(sorted(Fhir.parse(INTAKE)));
  }

  @Test
  void whatWasKeptStaysWithItsItemWhenTheSurveyChanges() throws Exception {
    FhirSurvey survey = read(INTAKE).survey();
    Definition definition = survey.definition();
    Item group = definition.items().getFirst();
    Item cigarettes = group.itemList().getLast();
    Item moved =
        new Item(
            cigarettes.linkId(),
            cigarettes.type(),
            "How many?",
            "A day",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            cigarettes.limits(),
            null,
            null,
            null,
            null,
            null);
    Item rest =
        new Item(
            group.linkId(),
            group.type(),
            "Habits",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(group.itemList().getFirst()));
    FhirSurvey changed =
        new FhirSurvey(
            survey.name(),
            null,
            null,
            new Definition(
                List.of(moved, rest, definition.items().getLast()),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null));

    JsonNode back = Fhir.parse(FhirQuestionnaires.write(changed, SECOND, INTAKE));
    assertThat(sorted(back))
        .isEqualTo(
            sorted(
                Fhir.parse(
                    """
                    {"resourceType": "Questionnaire", "id": "intake",
                     "url": "http://example.org/q/intake",
                     "version": "2", "name": "Intake", "title": "Intake", "status": "active",
                     "publisher": "A clinic", "subjectType": ["Patient"],
                     "meta": {"profile": ["http://example.org/profile"]},
                     "item": [
                      {"linkId": "/1/2", "type": "integer", "text": "How many?",
                       "extension": [
                         {"url": "http://hl7.org/fhir/StructureDefinition/minValue",
                          "valueInteger": 1},
                         {"url": "http://example.org/hint", "valueString": "about"}],
                       "item": [
                         {"linkId": "/1/2/u", "type": "display", "text": "pieces", "extension": [
                           {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
                            "valueCodeableConcept": {"coding": [{"code": "unit"}]}}]},
                         {"linkId": "/1/2/h", "type": "display", "text": "A day", "extension": [
                           {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
                            "valueCodeableConcept": {"coding": [{"code": "help"}]}}]}]},
                      {"linkId": "/1", "prefix": "1.", "type": "group", "text": "Habits", "item": [
                        {"linkId": "/1/1", "type": "coding", "required": true, "text": "Smoker?",
                         "code": [{"system": "http://loinc.org", "code": "72166-2"}],
                         "answerOption": [
                           {"valueCoding": {"system": "http://snomed.info/sct", "code": "8517006",
                                            "display": "Former"}, "initialSelected": true},
                           {"valueCoding": {"system": "http://snomed.info/sct",
                                            "code": "77176002", "display": "Current"}}]}]},
                      {"linkId": "3", "type": "text", "text": "More?", "maxLength": 400,
                       "initial": [{"valueString": "no"}]}]}""")));
  }

  @Test
  void conditionsWrittenSinceNameQuestionsAsTheDocumentDoes() throws Exception {
    FhirSurvey survey = read(INTAKE).survey();
    String changed =
        FhirQuestionnaires.write(survey, SECOND, INTAKE.replace("77176002\"}}]", "8517006\"}}]"));
    Reading again = read(changed);
    assertThat(again.refused()).isEmpty();
    assertThat(Fhir.parse(changed).at("/item/0/item/1/enableWhen"))
        .isEqualTo(
            Fhir.parse(
                """
                [{"question": "/1/1", "operator": "=", "answerCoding": {"code": "77176002"}}]"""));
    assertThat(again.survey().definition().items().getFirst().itemList().getLast().showIf())
        .isEqualTo("\"77176002\" in answers._1_1");
  }

  @Test
  void whatASurveyCannotKeepToIsRefusedWithItsPlace() throws Exception {
    assertThat(refused("{\"linkId\": \"1\", \"type\": \"quantity\"}"))
        .containsExactly("/item/0/type");
    assertThat(refused("{\"linkId\": \"1\", \"type\": \"text\", \"repeats\": true}"))
        .containsExactly("/item/0/repeats");
    assertThat(
            refused("{\"linkId\": \"1\", \"type\": \"coding\", \"answerValueSet\": \"http://x\"}"))
        .containsExactly("/item/0/answerValueSet");
    assertThat(
            refused(
                """
                {"linkId": "1", "type": "text", "item": [{"linkId": "2", "type": "text"}]}"""))
        .containsExactly("/item/0/item/0");
    assertThat(
            refused(
                """
                {"linkId": "1", "type": "text", "nonsense": 1, "required": "yes",
                 "modifierExtension": [{"url": "http://x"}]}"""))
        .containsExactlyInAnyOrder(
            "/item/0/nonsense", "/item/0/required", "/item/0/modifierExtension");
    assertThat(
            refused(
                """
                {"linkId": "1", "type": "text", "extension": [
                  {"url": "http://hl7.org/fhir/StructureDefinition/regex", "valueString": "x"},
                  {"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression",
                   "valueExpression": {"language": "text/fhirpath", "expression": "true"}}]}"""))
        .containsExactly("/item/0/extension/0", "/item/0/extension/1/valueExpression");
    assertThat(
            refused(
                """
                {"linkId": "1", "type": "text", "enableWhen": [
                  {"question": "7", "operator": "exists", "answerBoolean": true}]}"""))
        .containsExactly("/item/0/enableWhen/0");
    assertThat(
            refused(
                "{\"linkId\": \"1\", \"type\": \"text\"}, {\"linkId\": \"1\", \"type\": \"text\"}"))
        .containsExactly("/item/1/linkId");
    assertThat(read("{\"resourceType\": \"Patient\", \"status\": \"new\"}").refused())
        .extracting(Violation::pointer)
        .containsExactly("/resourceType", "/status", "/item");
  }

  private static List<String> refused(String items) throws Exception {
    return read(
            "{\"resourceType\": \"Questionnaire\", \"status\": \"active\", \"item\": [%s]}"
                .formatted(items))
        .refused()
        .stream()
        .map(Violation::pointer)
        .toList();
  }

  private static Reading read(String document) throws Exception {
    return FhirQuestionnaires.read((ObjectNode) FhirQuestionnaires.parse(document));
  }

  /// Extensions have no order.
  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode sorted = Fhir.NODES.objectNode();
      for (Map.Entry<String, JsonNode> each : object.properties()) {
        JsonNode value = sorted(each.getValue());
        if (each.getKey().equals("extension")) {
          List<JsonNode> extensions = new ArrayList<>();
          value.forEach(extensions::add);
          extensions.sort(Comparator.comparing(JsonNode::toString));
          value = Fhir.array(extensions);
        }
        sorted.set(each.getKey(), value);
      }
      return sorted;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode sorted = Fhir.NODES.arrayNode();
      array.forEach(each -> sorted.add(sorted(each)));
      return sorted;
    }
    return node;
  }

  /// Puts in what a survey has no member for, and names that it would not give.
  private static final class Decoration {
    private final Random random;

    Decoration(long seed) {
      random = new Random(seed);
    }

    ObjectNode decorate(ObjectNode root) {
      root.put("id", "a").put("publisher", "Somebody").put("url", "http://example.org/q");
      root.put("version", "2026.1").put("copyright", "©");
      root.putObject("_publisher").putArray("extension").add(foreign());
      root.putArray("identifier").addObject().put("value", "7");
      root.putArray("contained").addObject().put("resourceType", "ValueSet").put("id", "v");
      root.withArray("extension").add(foreign());
      root.path("item").forEach(each -> item((ObjectNode) each));
      return root;
    }

    private void item(ObjectNode item) {
      if (random.nextBoolean()) {
        item.withArray("extension").add(foreign());
      }
      if (random.nextBoolean()) {
        item.put("prefix", "a)").put("definition", "http://example.org/d");
        item.putArray("code").addObject().put("code", "x").put("display", "X");
      }
      if (random.nextInt(4) == 0 && !item.has("_text")) {
        item.remove("text");
      }
      String type = item.path("type").asText();
      if (type.equals("text") || type.equals("string")) {
        item.putArray("initial").addObject().put("valueString", "so");
        item.withArray("item")
            .insertObject(0)
            .put("linkId", item.path("linkId").asText() + "/legal")
            .put("type", "display")
            .put("text", "By law");
      }
      for (JsonNode option : item.path("answerOption")) {
        ((ObjectNode) option).put("initialSelected", random.nextBoolean());
        ((ObjectNode) option.path("valueCoding")).put("system", "http://example.org/s");
      }
      if (!type.equals("display")) {
        item.path("item").forEach(each -> item((ObjectNode) each));
      }
    }

    private ObjectNode foreign() {
      ObjectNode extension = Fhir.NODES.objectNode();
      extension.put("url", "http://example.org/e" + random.nextInt(3));
      return extension.put("valueString", "v" + random.nextInt(1000));
    }
  }
}
