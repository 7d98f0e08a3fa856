package org.customerfocus.survey.exporting;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.fhir.FhirNames;
import org.customerfocus.survey.questionnaire.Allocation;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Option;
import org.customerfocus.survey.response.ResponseView;
import org.jspecify.annotations.Nullable;

/// Responses as FHIR R5 `QuestionnaireResponse` (hl7.org/fhir/R5/questionnaireresponse.html), by
/// the names that the FHIR Questionnaire of the version has: the same link ids in the same tree.
/// Steps are `valueInteger`, numbers `valueDecimal`, or `valueInteger` where none has decimals,
/// options `valueCoding` with their labels, texts `valueString`, days `valueDate`, consents
/// `valueBoolean`; an amount of a constant sum is a coding with the extension `itemWeight`. What
/// FHIR has no member for stands in extensions of the project's own: `non-answer`, `other-text`,
/// `weight`.
final class FhirResponses {

  private static final String OWN = "https://customerfocus.org/fhir/StructureDefinition/";
  private static final String SCORE = "http://hl7.org/fhir/StructureDefinition/itemWeight";
  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  private final PublishedVersion version;
  private final FhirNames names;

  FhirResponses(PublishedVersion version, FhirNames names) {
    this.version = version;
    this.names = names;
  }

  ObjectNode resource(ResponseView response) {
    ObjectNode resource = NODES.objectNode();
    resource.put("resourceType", "QuestionnaireResponse");
    resource.put("id", response.id().toString());
    if (response.weight() != null) {
      extend(resource, "weight").put("valueDecimal", response.weight());
    }
    if (response.externalRef() != null) {
      resource
          .putArray("identifier")
          .addObject()
          .put("system", OWN + "ref/" + response.externalRef().scheme())
          .put("value", response.externalRef().value());
    }
    resource.put("questionnaire", names.canonical());
    resource.put("status", response.status().wire());
    if (response.customerId() != null) {
      resource
          .putObject("subject")
          .putObject("identifier")
          .put("value", response.customerId().toString());
    }
    resource.put("authored", response.respondedAt().toString());
    Map<String, Answer> answers = new HashMap<>();
    response.answers().forEach(answer -> answers.put(answer.linkId(), answer));
    items(resource, version.questionnaire().items(), answers);
    return resource;
  }

  /// @return whether anything below was answered
  private boolean items(ObjectNode parent, List<Item> items, Map<String, Answer> answers) {
    ArrayNode array = NODES.arrayNode();
    for (Item item : items) {
      ObjectNode node = NODES.objectNode();
      node.put("linkId", names.linkId(item.linkId()));
      node.put("text", item.text());
      Answer answer = answers.get(item.linkId());
      if (answer != null) {
        answer(node, item, answer);
      }
      if (items(node, item.itemList(), answers) || answer != null) {
        array.add(node);
      }
    }
    if (!array.isEmpty()) {
      parent.set("item", array);
    }
    return !array.isEmpty();
  }

  private void answer(ObjectNode node, Item item, Answer answer) {
    if (answer.nonAnswer() != null) {
      extend(node, "non-answer").put("valueCode", answer.nonAnswer());
      return;
    }
    if (answer.otherText() != null && !isOpen(item, answer)) {
      extend(node, "other-text").put("valueString", answer.otherText());
    }
    ArrayNode array = node.putArray("answer");
    if (answer.optionCodes() != null) {
      for (String code : answer.optionCodes()) {
        if (answer.otherText() != null && names.isOpen(item.linkId(), code)) {
          array.addObject().put("valueString", answer.otherText());
        } else {
          coding(array, item, code, null);
        }
      }
    } else if (answer.allocation() != null) {
      for (Allocation share : answer.allocation()) {
        coding(array, item, share.optionCode(), share.amount());
      }
    } else if (answer.value() != null) {
      array.addObject().put("valueInteger", answer.value());
    } else if (answer.number() != null) {
      names.number(array.addObject(), item, answer.number());
    } else if (answer.date() != null) {
      array.addObject().put("valueDate", answer.date().toString());
    } else if (answer.accepted() != null) {
      array.addObject().put("valueBoolean", answer.accepted());
    } else {
      array.addObject().put("valueString", answer.text());
    }
  }

  /// Whether own words are an answer by themselves, beside the options.
  private boolean isOpen(Item item, Answer answer) {
    return answer.optionCodes() != null
        && answer.optionCodes().stream().anyMatch(code -> names.isOpen(item.linkId(), code));
  }

  private void coding(ArrayNode array, Item item, String code, @Nullable BigDecimal amount) {
    Option option = Objects.requireNonNull(item.option(code));
    ObjectNode coding = names.coding(item.linkId(), option);
    if (amount != null) {
      coding.putArray("extension").addObject().put("url", SCORE).put("valueDecimal", amount);
    }
    array.addObject().set("valueCoding", coding);
  }

  private static ObjectNode extend(ObjectNode node, String name) {
    return node.withArray("extension").addObject().put("url", OWN + name);
  }
}
