package org.customerfocus.survey.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.questionnaire.Definition;

/// The survey templates: data on the class path, `templates/<id>.json`, the same for every tenant,
/// in the order of `templates/index.json`.
@ApplicationScoped
public class Templates {

  private final Map<String, Read> templates;

  Templates(ObjectMapper json) {
    Map<String, Read> read = new LinkedHashMap<>();
    try {
      for (String id : json.readValue(bytes("index"), String[].class)) {
        read.put(id, Read.of(json, bytes(id)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the survey templates cannot be read", e);
    }
    templates = Collections.unmodifiableMap(read);
  }

  /// A template as it was read.
  ///
  /// @param version a checksum of its text: it changes with the release that changes the template
  record Read(SurveyTemplateView view, long version) {

    private static Read of(ObjectMapper json, byte[] text) throws IOException {
      CRC32 checksum = new CRC32();
      checksum.update(text);
      return new Read(json.readValue(text, SurveyTemplateView.class), checksum.getValue());
    }
  }

  private static byte[] bytes(String name) throws IOException {
    String resource = "templates/%s.json".formatted(name);
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    }
  }

  /// What a survey made from the template asks and shows. A body names the template, so the body is
  /// at fault where there is none.
  ///
  /// @throws ProblemException 422 at `/templateId` when there is no such template
  public Definition definition(String id) {
    return named(id).definition();
  }

  /// The template that a body names.
  ///
  /// @throws ProblemException 422 at `/templateId` when there is no such template
  public SurveyTemplateView named(String id) {
    return find(id)
        .map(Read::view)
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    "/templateId",
                    "There is no template \"%s\": GET /v1/survey-templates lists those there are."
                        .formatted(id)));
  }

  Optional<Read> find(String id) {
    return Optional.ofNullable(templates.get(id));
  }

  List<SurveyTemplateView> all() {
    return templates.values().stream().map(Read::view).toList();
  }
}
