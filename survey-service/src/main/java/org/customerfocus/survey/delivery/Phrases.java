package org.customerfocus.survey.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/// What the platform itself says in an e-mail or on its pages, in one language.
///
/// @param language the BCP 47 tag of these words
record Phrases(String language, Map<String, String> words) {

  private static final List<String> SPOKEN = List.of("en", "de", "nl", "fr", "es", "ar");
  private static final Map<String, Phrases> ALL = read();

  /// Scripts that run from right to left.
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi");

  /// In the language, or in English where the platform does not speak it.
  static Phrases in(String language) {
    Phrases found = ALL.get(Locale.forLanguageTag(language).getLanguage());
    return found == null ? ALL.getOrDefault("en", new Phrases("en", Map.of())) : found;
  }

  /// The first of the wanted languages that is spoken: exactly, or but for the country.
  ///
  /// @param wanted BCP 47 tags, the best liked first
  /// @param available the first one stands in where none is spoken
  static String choose(List<String> wanted, List<String> available) {
    for (String each : wanted) {
      Locale locale = Locale.forLanguageTag(each);
      for (String tag : available) {
        if (Locale.forLanguageTag(tag).equals(locale)) {
          return tag;
        }
      }
      for (String tag : available) {
        if (Locale.forLanguageTag(tag).getLanguage().equals(locale.getLanguage())) {
          return tag;
        }
      }
    }
    return available.getFirst();
  }

  /// The languages that the platform speaks, English first.
  static List<String> spoken() {
    return SPOKEN;
  }

  /// `rtl` or `ltr`.
  static String direction(String language) {
    return RIGHT_TO_LEFT.contains(Locale.forLanguageTag(language).getLanguage()) ? "rtl" : "ltr";
  }

  String say(String key, Object... values) {
    String pattern = words.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("There are no words for " + key);
    }
    return new MessageFormat(pattern, Locale.forLanguageTag(language)).format(values);
  }

  String day(Instant at) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(Locale.forLanguageTag(language))
        .format(at.atZone(ZoneOffset.UTC));
  }

  private static Map<String, Phrases> read() {
    Map<String, Phrases> all = new HashMap<>();
    for (String language : SPOKEN) {
      Properties words = new Properties();
      try (InputStream in =
          Phrases.class.getResourceAsStream("/mail/" + language + ".properties")) {
        if (in == null) {
          throw new IllegalStateException("There are no words in " + language);
        }
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        words.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Map<String, String> texts = new HashMap<>();
      words.stringPropertyNames().forEach(key -> texts.put(key, words.getProperty(key)));
      all.put(language, new Phrases(language, Map.copyOf(texts)));
    }
    return Map.copyOf(all);
  }
}
