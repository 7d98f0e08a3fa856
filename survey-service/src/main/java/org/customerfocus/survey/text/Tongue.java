package org.customerfocus.survey.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;

/// A language whose words are known well enough to tell what carries meaning: its words without
/// any, which are lists of the Snowball project, and its stems. Words that carry meaning but name
/// no theme, such as *told* or *good*, come from lists of our own.
public enum Tongue {
  ENGLISH("en"),
  GERMAN("de"),
  FRENCH("fr"),
  SPANISH("es"),
  ITALIAN("it"),
  DUTCH("nl"),
  PORTUGUESE("pt"),
  SWEDISH("sv"),
  DANISH("da"),
  NORWEGIAN("no"),
  FINNISH("fi"),
  HUNGARIAN("hu"),
  RUSSIAN("ru"),
  /// Any other: words stay as they are, and those of one or two letters count for nothing.
  OTHER("und");

  private final String code;

  Tongue(String code) {
    this.code = code;
  }

  /// ISO 639-1, `und` for [#OTHER].
  public String code() {
    return code;
  }

  /// The tongue of a BCP 47 tag, by its language alone.
  public static Tongue of(String tag) {
    String language = Locale.forLanguageTag(tag).getLanguage();
    String known = language.equals("nb") || language.equals("nn") ? "no" : language;
    for (Tongue tongue : values()) {
      if (tongue.code.equals(known)) {
        return tongue;
      }
    }
    return OTHER;
  }

  /// Makes a stemmer; it keeps state and serves one thread.
  Stemmer stemmer() {
    SnowballStemmer program =
        switch (this) {
          case ENGLISH -> new EnglishStemmer();
          case GERMAN -> new GermanStemmer();
          case FRENCH -> new FrenchStemmer();
          case SPANISH -> new SpanishStemmer();
          case ITALIAN -> new ItalianStemmer();
          case DUTCH -> new DutchStemmer();
          case PORTUGUESE -> new PortugueseStemmer();
          case SWEDISH -> new SwedishStemmer();
          case DANISH -> new DanishStemmer();
          case NORWEGIAN -> new NorwegianStemmer();
          case FINNISH -> new FinnishStemmer();
          case HUNGARIAN -> new HungarianStemmer();
          case RUSSIAN -> new RussianStemmer();
          case OTHER -> null;
        };
    if (program == null) {
      return word -> word;
    }
    return word -> {
      // Snowball takes the plural of bureau for a singular.
      program.setCurrent(word.endsWith("eaus") ? word.substring(0, word.length() - 1) : word);
      program.stem();
      return program.getCurrent();
    };
  }

  /// Words to stems.
  interface Stemmer {
    String stem(String word);
  }

  /// Whether a word, in lower case, only holds sentences together.
  boolean isEmpty(String word) {
    return this == OTHER ? word.length() < 3 : WordLists.of(this).empty().contains(word);
  }

  /// Whether a word, in lower case, names no theme.
  boolean isWeak(String word) {
    return WordLists.of(this).weak().contains(word);
  }

  /// The language that a text is most likely in: the one most of whose words without meaning it
  /// has.
  ///
  /// @return the fallback where fewer than two words tell, or two languages are as likely
  public static Tongue detect(String text, Tongue fallback) {
    Map<Tongue, Integer> hits = new EnumMap<>(Tongue.class);
    for (String word : Words.plain(text)) {
      for (Tongue tongue : values()) {
        if (tongue != OTHER && tongue.isEmpty(word)) {
          hits.merge(tongue, 1, Integer::sum);
        }
      }
    }
    int best = hits.values().stream().max(Integer::compare).orElse(0);
    List<Tongue> likely =
        hits.entrySet().stream()
            .filter(each -> each.getValue() == best)
            .map(Map.Entry::getKey)
            .toList();
    return best >= 2 && likely.size() == 1 ? likely.getFirst() : fallback;
  }
}
