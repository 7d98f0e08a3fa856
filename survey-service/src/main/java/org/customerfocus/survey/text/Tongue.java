package org.customerfocus.survey.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
/// any, which are lists of the Snowball project, and its stems. Words that carry meaning but name no
/// theme, such as *told* or *good*, come from lists of our own.
public enum Tongue {
  ENGLISH("en", EnglishStemmer::new),
  GERMAN("de", GermanStemmer::new),
  FRENCH("fr", FrenchStemmer::new),
  SPANISH("es", SpanishStemmer::new),
  ITALIAN("it", ItalianStemmer::new),
  DUTCH("nl", DutchStemmer::new),
  PORTUGUESE("pt", PortugueseStemmer::new),
  SWEDISH("sv", SwedishStemmer::new),
  DANISH("da", DanishStemmer::new),
  NORWEGIAN("no", NorwegianStemmer::new),
  FINNISH("fi", FinnishStemmer::new),
  HUNGARIAN("hu", HungarianStemmer::new),
  RUSSIAN("ru", RussianStemmer::new),
  /// Any other: words stay as they are, and those of one or two letters count for nothing.
  OTHER("und", null);

  private final String code;
  private final @Nullable Supplier<SnowballStemmer> stemmer;

  /// Read when a text of this language is first met.
  private @Nullable Set<String> empty;

  private @Nullable Set<String> weak;

  Tongue(String code, @Nullable Supplier<SnowballStemmer> stemmer) {
    this.code = code;
    this.stemmer = stemmer;
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
    if (stemmer == null) {
      return word -> word;
    }
    SnowballStemmer program = stemmer.get();
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
    return this == OTHER ? word.length() < 3 : emptyWords().contains(word);
  }

  /// Whether a word, in lower case, names no theme.
  boolean isWeak(String word) {
    return weakWords().contains(word);
  }

  synchronized Set<String> emptyWords() {
    if (empty == null) {
      String name = name().toLowerCase(Locale.ROOT);
      empty =
          this == OTHER
              ? Set.of()
              : read(
                  SnowballStemmer.class,
                  "/org/apache/lucene/analysis/snowball/" + name + "_stop.txt");
    }
    return empty;
  }

  private synchronized Set<String> weakWords() {
    if (weak == null) {
      weak = read(Tongue.class, "/weak-words/" + code + ".txt");
    }
    return weak;
  }

  /// Words separated by white space; what follows a bar or a hash is a remark.
  private static Set<String> read(Class<?> beside, String resource) {
    Set<String> words = new HashSet<>();
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        return words;
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        for (String word : line.replaceFirst("[|#].*", "").strip().split("\\s+", -1)) {
          if (!word.isEmpty()) {
            words.add(word);
          }
        }
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The language that a text is most likely in: the one most of whose words without meaning it
  /// has.
  ///
  /// @return the fallback where fewer than two words tell, or two languages are as likely
  public static Tongue detect(String text, Tongue fallback) {
    int[] hits = new int[values().length];
    for (String word : Words.plain(text)) {
      for (Tongue tongue : values()) {
        if (tongue != OTHER && tongue.emptyWords().contains(word)) {
          hits[tongue.ordinal()]++;
        }
      }
    }
    int best = 0;
    int second = 0;
    Tongue found = fallback;
    for (Tongue tongue : values()) {
      int count = hits[tongue.ordinal()];
      if (count > best) {
        second = best;
        best = count;
        found = tongue;
      } else {
        second = Math.max(second, count);
      }
    }
    return best >= 2 && best > second ? found : fallback;
  }
}
