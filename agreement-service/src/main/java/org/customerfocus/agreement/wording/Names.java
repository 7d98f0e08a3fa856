package org.customerfocus.agreement.wording;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.wire.JsonColumn;

/// The name of one thing by language (BCP 47).
public final class Names {

  private Names() {}

  /// Adds what is wrong with the languages, at the pointer of the map.
  public static void check(Map<String, String> names, String at, List<FieldError> faults) {
    Set<String> languages = new HashSet<>();
    for (String language : names.keySet()) {
      String pointer = at + "/" + language.replace("~", "~0").replace("/", "~1");
      try {
        if (!languages.add(new Locale.Builder().setLanguageTag(language).build().toLanguageTag())) {
          faults.add(FieldError.at(pointer, "is said twice; one word a language"));
        }
      } catch (IllformedLocaleException e) {
        faults.add(FieldError.at(pointer, "must be a BCP 47 language tag such as de-CH"));
      }
    }
  }

  /// As they are stored: in the order in which they were sent.
  @Converter
  public static final class Column extends JsonColumn<Map<String, String>> {
    Column() {
      super(new TypeReference<>() {});
    }
  }
}
