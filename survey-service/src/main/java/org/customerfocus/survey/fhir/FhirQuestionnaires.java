package org.customerfocus.survey.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.customerfocus.survey.fhir.FhirSurvey.Header;
import org.jspecify.annotations.Nullable;

/// Surveys as FHIR R5 Questionnaires, without loss either way: of a survey the same one is read
/// again, and a document gets back whatever a survey has no member for.
public final class FhirQuestionnaires {

  /// The media type of FHIR in JSON.
  public static final String MEDIA_TYPE = "application/fhir+json";

  /// The number of the version that a document came in as.
  static final String FIRST = "1";

  private FhirQuestionnaires() {}

  /// The tree of a document; decimals keep their digits.
  ///
  /// @throws JsonProcessingException where it is no JSON
  public static JsonNode parse(String text) throws JsonProcessingException {
    return Fhir.parse(text);
  }

  /// What survey a document describes, and what of it cannot be taken over.
  public static Reading read(ObjectNode document) {
    return new FhirReader(document).read();
  }

  /// Writes a survey.
  ///
  /// @param source the document that the survey was made from, if it was: what it had beyond the
  ///   survey is given back, also when the survey has changed since
  public static String write(FhirSurvey survey, Header header, @Nullable String source) {
    ObjectNode today = FhirWriter.write(survey, header);
    return Fhir.write(source == null ? today : merged(today, header, source));
  }

  /// What the version, its items and its options are called in what [#write] writes.
  ///
  /// @param source the document that the survey was made from, if it was
  public static FhirNames names(Header header, @Nullable String source) {
    try {
      return new FhirNames(header, source == null ? null : read((ObjectNode) parse(source)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a document was stored that is no JSON", e);
    }
  }

  private static ObjectNode merged(ObjectNode today, Header header, String source) {
    try {
      Reading kept = read((ObjectNode) parse(source));
      // What the first version would have been, had nobody changed anything.
      Header first = new Header(header.url(), FIRST, header.status());
      ObjectNode base = FhirWriter.write(kept.survey(), first);
      return FhirMerge.merge(read(base), read(today), kept).put("status", header.status());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a document was stored that is no JSON", e);
    }
  }
}
