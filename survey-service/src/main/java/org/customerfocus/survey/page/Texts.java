package org.customerfocus.survey.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Option;
import org.customerfocus.survey.questionnaire.Translation;
import org.customerfocus.survey.questionnaire.Translation.ItemTexts;
import org.jspecify.annotations.Nullable;

/// A survey's texts in the language of one respondent, each in the survey's own language where it
/// is not translated.
final class Texts {

  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi");

  private final Definition definition;
  private final String name;
  private final String language;
  private final @Nullable Translation translation;

  Texts(Definition definition, String name, String language) {
    this.definition = definition;
    this.name = name;
    this.language = language;
    this.translation = definition.translationMap().get(language);
  }

  /// The languages of a survey, its own first.
  static List<String> languages(Definition definition) {
    List<String> languages = new ArrayList<>();
    languages.add(definition.fallbackLanguage());
    definition.translationMap().keySet().stream().sorted().forEach(languages::add);
    return languages;
  }

  /// The language that suits: the asked one, else the first wish that there is.
  ///
  /// @param wishes the value of `Accept-Language`
  static String choose(List<String> languages, @Nullable String asked, @Nullable String wishes) {
    if (asked != null) {
      for (String language : languages) {
        if (language.equalsIgnoreCase(asked)) {
          return language;
        }
      }
    }
    try {
      List<Locale.LanguageRange> ranges =
          wishes == null || wishes.isBlank() ? List.of() : Locale.LanguageRange.parse(wishes);
      for (Locale.LanguageRange range : ranges) {
        String found = Locale.lookupTag(List.of(range), languages);
        if (found == null && range.getWeight() > 0) {
          found = sameLanguage(languages, range.getRange());
        }
        if (found != null) {
          return languages.stream().filter(found::equalsIgnoreCase).findFirst().orElseThrow();
        }
      }
    } catch (IllegalArgumentException e) {
      // What is no list of languages wishes for nothing.
      return languages.getFirst();
    }
    return languages.getFirst();
  }

  /// Portuguese of Brazil is better than no Portuguese.
  private static @Nullable String sameLanguage(List<String> languages, String range) {
    String primary = Locale.forLanguageTag(range).getLanguage();
    return languages.stream()
        .filter(each -> Locale.forLanguageTag(each).getLanguage().equals(primary))
        .findFirst()
        .orElse(null);
  }

  static String direction(String language) {
    Locale locale = Locale.forLanguageTag(language);
    boolean arabic = Set.of("Arab", "Hebr", "Thaa", "Syrc", "Nkoo").contains(locale.getScript());
    boolean other = !locale.getScript().isEmpty() && !arabic;
    return arabic || (!other && RIGHT_TO_LEFT.contains(locale.getLanguage())) ? "rtl" : "ltr";
  }

  String language() {
    return language;
  }

  String title() {
    String title = translated(Translation::title);
    return title != null ? title : definition.title() == null ? name : definition.title();
  }

  @Nullable String introduction() {
    String text = translated(Translation::introduction);
    return text == null ? definition.introduction() : text;
  }

  @Nullable String completion() {
    String text = translated(Translation::completion);
    return text == null ? definition.completion() : text;
  }

  String text(Item item) {
    String text = of(item, ItemTexts::text);
    return text == null ? item.text() : text;
  }

  @Nullable String help(Item item) {
    String text = of(item, ItemTexts::help);
    return text == null ? item.help() : text;
  }

  @Nullable String lowLabel(Item item) {
    String text = of(item, ItemTexts::lowLabel);
    return text == null ? item.lowLabel() : text;
  }

  @Nullable String highLabel(Item item) {
    String text = of(item, ItemTexts::highLabel);
    return text == null ? item.highLabel() : text;
  }

  String label(Item item, Option option) {
    String text =
        of(item, texts -> texts.options() == null ? null : texts.options().get(option.code()));
    return text == null ? option.label() : text;
  }

  private @Nullable String translated(Function<Translation, @Nullable String> part) {
    return translation == null ? null : part.apply(translation);
  }

  private @Nullable String of(Item item, Function<ItemTexts, @Nullable String> part) {
    ItemTexts texts = translation == null ? null : translation.itemMap().get(item.linkId());
    return texts == null ? null : part.apply(texts);
  }
}
