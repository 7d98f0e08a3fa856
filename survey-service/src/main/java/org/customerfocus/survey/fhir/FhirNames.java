package org.customerfocus.survey.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.customerfocus.survey.fhir.FhirSurvey.Header;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Option;
import org.jspecify.annotations.Nullable;

/// What a survey version, its items and its options are called in its FHIR Questionnaire: as in the
/// document that the survey was made from, where it was made from one.
public final class FhirNames {

  private final String canonical;
  private final Map<String, String> linkIds = new HashMap<>();
  private final Map<String, Map<String, JsonNode>> codings = new HashMap<>();

  FhirNames(Header header, @Nullable Reading source) {
    String url = source == null ? null : FhirReader.text(source.root(), "url");
    String version = source == null ? null : FhirReader.text(source.root(), "version");
    boolean first = header.version().equals(FhirQuestionnaires.FIRST);
    canonical =
        (url == null ? header.url() : url)
            + "|"
            + (version == null || !first ? header.version() : version);
    if (source != null) {
      source.items().forEach((linkId, item) -> note(source, linkId, item));
    }
  }

  private void note(Reading source, String linkId, ObjectNode item) {
    linkIds.put(linkId, item.path("linkId").asText());
    Map<String, JsonNode> own = new HashMap<>();
    for (JsonNode option : item.path("answerOption")) {
      String code = source.key(option);
      if (code != null) {
        own.put(code, option.path("valueCoding"));
      }
    }
    codings.put(linkId, own);
  }

  /// The canonical URL with the version.
  public String canonical() {
    return canonical;
  }

  /// The link id of an item.
  public String linkId(String ours) {
    return linkIds.getOrDefault(ours, ours);
  }

  /// An option as it is chosen in an answer.
  public ObjectNode coding(String linkId, Option option) {
    ObjectNode coding = Fhir.NODES.objectNode();
    JsonNode theirs = codings.getOrDefault(linkId, Map.of()).get(option.code());
    if (theirs == null) {
      coding.put("code", option.code());
    } else {
      theirs
          .properties()
          .forEach(
              each -> {
                if (each.getKey().equals("system")
                    || each.getKey().equals("version")
                    || each.getKey().equals("code")) {
                  coding.set(each.getKey(), each.getValue());
                }
              });
    }
    return coding.put("display", option.label());
  }

  /// Gives an answer the number, as the type that its question has in the questionnaire.
  public void number(ObjectNode answer, Item question, BigDecimal number) {
    Integer whole = ItemTypes.ofFhir(question).equals("integer") ? Fhir.whole(number) : null;
    if (whole == null) {
      answer.put("valueDecimal", number);
    } else {
      answer.put("valueInteger", whole);
    }
  }

  /// Whether an option stands for own words that the document takes without one.
  public boolean isOpen(String linkId, String code) {
    Map<String, JsonNode> own = codings.get(linkId);
    return own != null && !own.containsKey(code);
  }
}
