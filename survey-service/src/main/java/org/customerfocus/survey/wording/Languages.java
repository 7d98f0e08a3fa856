package org.customerfocus.survey.wording;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Chooses among languages, which are named by BCP 47 tags.
public final class Languages {

  private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
      Set.of("Arab", "Hebr", "Thaa", "Syrc", "Nkoo");
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi");

  private Languages() {}

  /// The first of the wanted languages that there is; the first of all where none is. A wanted tag
  /// is cut short until it fits (RFC 4647, 3.4); failing that any variety of the language will do:
  /// Portuguese of Brazil is better than no Portuguese.
  ///
  /// @param wanted the best liked first
  public static String choose(List<String> available, List<String> wanted) {
    return wanted.stream()
        .flatMap(tag -> Stream.ofNullable(find(available, tag)))
        .findFirst()
        .orElseGet(available::getFirst);
  }

  /// The one that was asked for in so many words, else what a browser wishes for.
  ///
  /// @param wishes the value of `Accept-Language`
  public static String choose(
      List<String> available, @Nullable String asked, @Nullable String wishes) {
    return available.stream()
        .filter(each -> each.equalsIgnoreCase(asked))
        .findFirst()
        .orElseGet(() -> choose(available, wishes(wishes)));
  }

  private static List<String> wishes(@Nullable String accepted) {
    if (accepted == null || accepted.isBlank()) {
      return List.of();
    }
    try {
      return Locale.LanguageRange.parse(accepted).stream()
          .filter(range -> range.getWeight() > 0)
          .map(Locale.LanguageRange::getRange)
          .toList();
    } catch (IllegalArgumentException e) {
      // What is no list of languages wishes for nothing.
      return List.of();
    }
  }

  private static @Nullable String find(List<String> available, String wanted) {
    String tag = wanted;
    while (!tag.isEmpty()) {
      for (String each : available) {
        if (each.equalsIgnoreCase(tag)) {
          return each;
        }
      }
      tag = tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
    }
    String primary = Locale.forLanguageTag(wanted).getLanguage();
    return available.stream()
        .filter(each -> Locale.forLanguageTag(each).getLanguage().equals(primary))
        .findFirst()
        .orElse(null);
  }

  /// `rtl` or `ltr`: as the script runs, where the tag names one.
  public static String direction(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    boolean rightToLeft =
        locale.getScript().isEmpty()
            ? RIGHT_TO_LEFT.contains(locale.getLanguage())
            : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
    return rightToLeft ? "rtl" : "ltr";
  }
}
