package org.customerfocus.survey.questionnaire;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that one survey version asks and shows, as it is stored.
///
/// @param title what respondents see as its name
/// @param language the BCP 47 tag of the language that the items are written in
/// @param introduction what is said before the first question
/// @param completion what is said behind the last one
/// @param translations the same texts in other languages, by tag
/// @param theme the colours of its pages; the platform's own where it is absent
/// @param anonymous whether nothing may be kept that tells who answered
public record Definition(
    @JsonAlias("questions") List<Item> items,
    List<Attribute> attributes,
    @Nullable String title,
    @Nullable String language,
    @Nullable String introduction,
    @Nullable String completion,
    @Nullable Map<String, Translation> translations,
    @Nullable Theme theme,
    @Nullable Boolean anonymous) {

  /// The language of a survey that names none.
  public static final String ENGLISH = "en";

  /// The same, ready to check answers.
  public Questionnaire questionnaire() {
    return new Questionnaire(items, attributes);
  }

  /// The language that stands in for texts that are not translated.
  public String fallbackLanguage() {
    return language == null ? ENGLISH : language;
  }

  /// The translations, none where there are none.
  public Map<String, Translation> translationMap() {
    return translations == null ? Map.of() : translations;
  }

  /// What is wrong with it; pointers start at the survey. Logic is checked when it is published.
  public List<Violation> violations() {
    Questionnaire questionnaire = questionnaire();
    List<Violation> violations = new ArrayList<>(questionnaire.violations());
    if (language != null && !isLanguage(language)) {
      violations.add(new Violation("/language", "It is a BCP 47 tag, such as en or pt-BR."));
    }
    translationMap()
        .forEach(
            (tag, translation) -> {
              String pointer = "/translations/" + Questionnaire.escape(tag);
              if (!isLanguage(tag)) {
                violations.add(new Violation(pointer, "It is a BCP 47 tag, such as en or pt-BR."));
              } else if (tag.equalsIgnoreCase(fallbackLanguage())) {
                violations.add(
                    new Violation(pointer, "The survey itself is written in this language."));
              }
              translation
                  .violations(questionnaire)
                  .forEach(found -> violations.add(found.under(pointer)));
            });
    if (theme != null) {
      theme.violations().forEach(found -> violations.add(found.under("/theme")));
    }
    return violations;
  }

  private static boolean isLanguage(String tag) {
    try {
      return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  /// Whether nothing may be kept that tells who answered.
  public boolean isAnonymous() {
    return Boolean.TRUE.equals(anonymous);
  }
}
