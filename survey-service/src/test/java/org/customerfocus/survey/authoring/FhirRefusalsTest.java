package org.customerfocus.survey.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.fhir.FhirQuestionnaires;
import org.customerfocus.survey.fhir.FhirSurvey;
import org.customerfocus.survey.fhir.FhirSurvey.Header;
import org.customerfocus.survey.fhir.RandomSurvey;
import org.customerfocus.survey.fhir.Reading;
import org.customerfocus.survey.questionnaire.Violation;

/// Documents with faults of any kind: each is refused with a place that it has, or becomes a survey
/// that gives it back.
class FhirRefusalsTest {

  private static final Header HEADER = new Header("urn:uuid:1", "1", "active");
  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-7",
          "1e400",
          "99999999999",
          "\"\"",
          "\"x\"",
          "\" \"",
          "[]",
          "{}",
          "[1]",
          "[null]",
          "{\"url\": 1}",
          "[{}]",
          "{\"x\": {\"y\": []}}",
          "\"group\"",
          "\"exists\"",
          "\"integer\"",
          "[{\"url\": \"http://x\"}]");

  @Property
  void aFaultIsRefusedWhereItIsOrGivenBack(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    FhirSurvey survey = new RandomSurvey(seed).survey();
    ObjectNode document = parsed(FhirQuestionnaires.write(survey, HEADER, null));
    for (int i = 0; i <= random.nextInt(2); i++) {
      spoil(document, random);
    }
    Reading reading = FhirQuestionnaires.read(document);
    for (Violation each : reading.refused()) {
      requirePlace(document, each.pointer());
    }
    if (reading.refused().isEmpty()) {
      accepted(document, reading);
    }
  }

  private static void accepted(ObjectNode document, Reading reading) throws Exception {
    SurveyRequest request = SurveyRequest.of(reading.survey());
    if (!VALIDATOR.validate(request).isEmpty()) {
      return;
    }
    try {
      new Survey(request, Instant.EPOCH);
    } catch (ProblemException e) {
      for (FieldError each : e.errors()) {
        requirePlace(document, reading.place(String.valueOf(each.pointer())));
      }
      return;
    }
    String back = FhirQuestionnaires.write(reading.survey(), HEADER, document.toString());
    Reading again = FhirQuestionnaires.read(parsed(back));
    assertThat(again.refused()).isEmpty();
    assertThat(again.survey()).isEqualTo(reading.survey());
  }

  /// What holds the thing is there; the thing itself may be what is missing.
  private static void requirePlace(ObjectNode document, String pointer) {
    JsonPointer place = JsonPointer.compile(pointer);
    JsonPointer head = place.head();
    assertThat(document.at(head == null ? place : head).isMissingNode()).as(pointer).isFalse();
  }

  private static void spoil(ObjectNode document, Random random) throws Exception {
    List<JsonNode> holders = new ArrayList<>();
    gather(document, holders);
    JsonNode holder = holders.get(random.nextInt(holders.size()));
    JsonNode value = FhirQuestionnaires.parse(VALUES.get(random.nextInt(VALUES.size())));
    if (holder instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(3)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name, value);
        default -> object.set(random.nextBoolean() ? "_" + name : name + "x", value);
      }
    } else if (holder instanceof ArrayNode array) {
      array.set(random.nextInt(array.size()), value);
    }
  }

  private static void gather(JsonNode node, List<JsonNode> holders) {
    if (!node.isEmpty()) {
      holders.add(node);
      node.forEach(each -> gather(each, holders));
    }
  }

  private static ObjectNode parsed(String text) throws Exception {
    return (ObjectNode) FhirQuestionnaires.parse(text);
  }
}
