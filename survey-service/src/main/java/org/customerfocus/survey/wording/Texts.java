package org.customerfocus.survey.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Option;
import org.customerfocus.survey.questionnaire.Translation;
import org.customerfocus.survey.questionnaire.Translation.ItemTexts;
import org.jspecify.annotations.Nullable;

/// A survey's texts in the language of one respondent, each in the survey's own language where it
/// is not translated.
public final class Texts {

  private final Definition definition;
  private final String name;
  private final String language;
  private final @Nullable Translation translation;

  public Texts(Definition definition, String name, String language) {
    this.definition = definition;
    this.name = name;
    this.language = language;
    this.translation = definition.translationMap().get(language);
  }

  /// The languages of a survey, its own first.
  public static List<String> languages(Definition definition) {
    List<String> languages = new ArrayList<>();
    languages.add(definition.fallbackLanguage());
    definition.translationMap().keySet().stream().sorted().forEach(languages::add);
    return languages;
  }

  public String language() {
    return language;
  }

  public String title() {
    String title = translated(Translation::title);
    return title != null ? title : definition.title() == null ? name : definition.title();
  }

  public @Nullable String introduction() {
    String text = translated(Translation::introduction);
    return text == null ? definition.introduction() : text;
  }

  public @Nullable String completion() {
    String text = translated(Translation::completion);
    return text == null ? definition.completion() : text;
  }

  /// The language of an item's text where it is not the page's own; nothing where it is.
  public String foreign(Item item) {
    boolean own =
        language.equals(definition.fallbackLanguage()) || of(item, ItemTexts::text) != null;
    return own ? "" : definition.fallbackLanguage();
  }

  public String text(Item item) {
    String text = of(item, ItemTexts::text);
    return text == null ? item.text() : text;
  }

  public @Nullable String help(Item item) {
    String text = of(item, ItemTexts::help);
    return text == null ? item.help() : text;
  }

  public @Nullable String lowLabel(Item item) {
    String text = of(item, ItemTexts::lowLabel);
    return text == null ? item.lowLabel() : text;
  }

  public @Nullable String highLabel(Item item) {
    String text = of(item, ItemTexts::highLabel);
    return text == null ? item.highLabel() : text;
  }

  public String label(Item item, Option option) {
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
