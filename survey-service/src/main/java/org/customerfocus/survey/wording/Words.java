package org.customerfocus.survey.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// What the platform itself says on its pages and in e-mails, in one language. A language that is
/// not here is stood in for by English.
///
/// @param language its BCP 47 tag
public record Words(String language, Map<String, String> texts) {

  /// The languages that there are words in.
  public static final List<String> LANGUAGES = List.of("en", "ar", "de", "es", "fr", "nl");

  private static final Map<String, Words> ALL = load();

  /// The words for a survey's language, by its primary tag.
  public static Words in(String language) {
    int end = language.indexOf('-');
    Words words = ALL.get(end < 0 ? language : language.substring(0, end));
    return words == null ? english() : words;
  }

  private static Words english() {
    return Objects.requireNonNull(ALL.get("en"));
  }

  /// A text, with `{0}`, `{1}` … replaced.
  public String say(String key, Object... values) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("No words for " + key);
    }
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", values[i].toString());
    }
    return text;
  }

  /// A day (UTC) as it is written in the language.
  public String day(Instant at) {
    return day(at, ZoneOffset.UTC);
  }

  /// A day as the clocks of the zone have it, as it is written in the language.
  public String day(Instant at, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(Locale.forLanguageTag(language))
        .format(at.atZone(zone));
  }

  private static Map<String, Words> load() {
    Map<String, Words> all = new HashMap<>();
    for (String language : LANGUAGES) {
      Map<String, String> texts = new HashMap<>();
      read(language).forEach((key, text) -> texts.put(key.toString(), text.toString()));
      all.put(language, new Words(language, Map.copyOf(texts)));
    }
    return Map.copyOf(all);
  }

  private static Properties read(String language) {
    String resource = "/words/" + language + ".properties";
    try (InputStream in = Words.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("There is no %s on the class path".formatted(resource));
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      Properties properties = new Properties();
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
