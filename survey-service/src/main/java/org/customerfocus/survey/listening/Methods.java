package org.customerfocus.survey.listening;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The ways to listen: the standard ones, which are data on the class path and the same for every
/// tenant, and the tenant's own.
@ApplicationScoped
class Methods {

  private final MethodRepository own;
  private final Map<String, ListeningMethodView> standard;

  Methods(MethodRepository own, ObjectMapper json) {
    this.own = own;
    this.standard = standard(json);
  }

  private static Map<String, ListeningMethodView> standard(ObjectMapper json) {
    try (InputStream in =
        Thread.currentThread()
            .getContextClassLoader()
            .getResourceAsStream("listening-methods.json")) {
      Map<String, ListeningMethodView> methods = new LinkedHashMap<>();
      Arrays.stream(json.readValue(in, ListeningMethodRequest[].class))
          .map(each -> ListeningMethodView.of(each, true))
          .forEach(each -> methods.put(each.code(), each));
      return methods;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isStandard(String code) {
    return standard.containsKey(code);
  }

  Optional<ListeningMethodView> findStandard(String code) {
    return Optional.ofNullable(standard.get(code));
  }

  /// The whole catalogue, the standard ones first.
  List<ListeningMethodView> all() {
    return Stream.concat(standard.values().stream(), own.all().stream().map(ListeningMethod::view))
        .toList();
  }
}
