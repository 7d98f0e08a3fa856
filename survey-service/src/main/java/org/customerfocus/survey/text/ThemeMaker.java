package org.customerfocus.survey.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Finds the themes of many texts of one language, in two passes over them and within bounded
/// memory: [#count] each, then [#relate] each, then [#themes].
///
/// A term is a word that carries meaning, or a phrase of two or three words; it counts once a text.
/// A phrase stands for itself where its words follow each other more often than by chance
/// (log-likelihood ratio, p < 0.001). Themes are stars: the term that weighs most takes with it the
/// terms that keep its company, then the next one that is left. The same texts in the same order
/// make the same themes.
public final class ThemeMaker {

  /// More different terms than this are not remembered: the rarest are dropped, as in lossy
  /// counting (Manku and Motwani, Approximate frequency counts over data streams, 2002).
  private static final int MOST_COUNTED = 40_000;

  private static final int MOST_TERMS = 400;
  private static final int MOST_MEMBERS = 6;

  /// χ² with one degree of freedom at p = 0.001.
  private static final double SIGNIFICANT = 10.83;

  private final Words words;
  private final Set<String> taken;
  private final Map<String, Count> counts = new HashMap<>();
  private int texts;
  private long length;

  private final List<String> terms = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Map<String, Integer>> faces = new ArrayList<>();
  private int[][] together = new int[0][];

  /// @param taken terms that belong to themes that are there already
  public ThemeMaker(Tongue tongue, Set<String> taken) {
    this.words = new Words(tongue);
    this.taken = Set.copyOf(taken);
  }

  /// In how many texts a term is, and how often.
  private static final class Count {
    private int in;
    private int times;
  }

  /// The first pass.
  public void count(String text) {
    texts++;
    words
        .terms(text)
        .forEach(
            (term, met) -> {
              Count count = counts.computeIfAbsent(term, key -> new Count());
              count.in++;
              count.times += met.times();
              length += isPhrase(term) ? 0 : met.times();
            });
    for (int rare = 1; counts.size() > MOST_COUNTED; rare++) {
      int dropped = rare;
      counts.values().removeIf(count -> count.in <= dropped);
    }
  }

  /// How many texts were counted.
  public int texts() {
    return texts;
  }

  /// Between the passes: chooses the terms that themes are made of.
  ///
  /// @param least how many texts a theme has at least
  public void choose(int least) {
    Map<String, Integer> standing = new TreeMap<>();
    counts.forEach(
        (term, count) -> {
          if (count.in >= Math.max(2, least) && !taken.contains(term) && stands(term)) {
            standing.put(term, count.in);
          }
        });
    Map<String, Integer> chosen = new TreeMap<>(standing);
    Map<String, Integer> told = new HashMap<>();
    standing.forEach(
        (whole, in) -> {
          for (String part : parts(whole)) {
            told.merge(part, in, Integer::sum);
            // A part that is hardly met without the whole is told by the whole.
            if (in >= 0.75 * in(part)) {
              chosen.remove(part);
            }
          }
        });
    // A word that is mostly a part of phrases is told by them.
    chosen
        .keySet()
        .removeIf(term -> !isPhrase(term) && told.getOrDefault(term, 0) >= 0.7 * in(term));
    chosen.keySet().stream()
        .sorted(
            Comparator.comparingDouble((String term) -> -weight(term))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST_TERMS)
        .forEach(
            term -> {
              places.put(term, terms.size());
              terms.add(term);
              faces.add(new HashMap<>());
            });
    together = new int[terms.size()][terms.size()];
  }

  /// The second pass.
  public void relate(String text) {
    List<Integer> held = new ArrayList<>();
    words
        .terms(text)
        .forEach(
            (term, met) -> {
              Integer place = places.get(term);
              if (place != null) {
                held.add(place);
                faces.get(place).merge(met.face(), 1, Integer::sum);
              }
            });
    for (int one : held) {
      for (int other : held) {
        together[one][other]++;
      }
    }
  }

  private int in(String term) {
    Count count = counts.get(term);
    return count == null ? 0 : count.in;
  }

  private int times(String term) {
    Count count = counts.get(term);
    return count == null ? 0 : count.times;
  }

  /// Whether a term can stand for itself: a word of three letters at least that names something, or
  /// a phrase that has such a word and is no chance.
  private boolean stands(String term) {
    if (!words.names(term)) {
      return false;
    }
    int last = term.lastIndexOf(' ');
    if (last < 0) {
      return term.codePointCount(0, term.length()) > 2;
    }
    return Association.ratio(
            times(term),
            times(term.substring(0, last)),
            times(term.substring(last + 1)),
            (double) length)
        >= SIGNIFICANT;
  }

  private static boolean isPhrase(String term) {
    return term.indexOf(' ') >= 0;
  }

  /// What a phrase holds: its words, and the shorter phrases.
  private static List<String> parts(String whole) {
    List<String> stems = List.of(whole.split(" ", -1));
    List<String> parts = new ArrayList<>();
    for (int length = 1; length < stems.size(); length++) {
      for (int from = 0; from + length <= stems.size(); from++) {
        parts.add(String.join(" ", stems.subList(from, from + length)));
      }
    }
    return parts;
  }

  /// df · ln(1 + N/df) · √(tf/df), about a third of it for single words: what many speak of, what
  /// is said in particular, and what is come back to.
  private double weight(String term) {
    double in = in(term);
    double salience = in * Math.log1p(texts / in) * Math.sqrt(times(term) / in);
    return isPhrase(term) ? salience : 0.35 * salience;
  }

  /// The themes, those that weigh most first.
  ///
  /// @param most how many
  public List<FoundTheme> themes(int most) {
    boolean[] used = new boolean[terms.size()];
    List<FoundTheme> themes = new ArrayList<>();
    for (int seed = 0; seed < terms.size() && themes.size() < most; seed++) {
      if (used[seed]) {
        continue;
      }
      Map<String, String> members = new LinkedHashMap<>();
      members.put(terms.get(seed), face(seed));
      for (int other = seed + 1; other < terms.size(); other++) {
        if (!used[other] && members.size() < MOST_MEMBERS && belongs(seed, other)) {
          members.put(terms.get(other), face(other));
          used[other] = true;
        }
      }
      themes.add(new FoundTheme(face(seed), members));
    }
    return themes;
  }

  /// Whether a term speaks of the same as another: a word where half of the texts that hold either
  /// hold both, a phrase where a third do.
  private boolean belongs(int seed, int other) {
    double both = together[seed][other];
    double one = together[seed][seed];
    double two = together[other][other];
    double shared = both / (one + two - both);
    return shared >= (isPhrase(terms.get(other)) ? 1.0 / 3 : 0.5)
        && Association.ratio(both, one, two, texts) >= SIGNIFICANT;
  }

  /// How a term is mostly written.
  private String face(int place) {
    return faces.get(place).entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(terms.get(place));
  }
}
