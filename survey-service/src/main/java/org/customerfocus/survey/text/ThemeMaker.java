package org.customerfocus.survey.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Finds the themes of many texts of one language, in two passes over them, within bounded memory:
/// first [#count] each, then [#relate] each, then [#themes].
///
/// A term is a word that carries meaning or a phrase of two or three such; it counts once a text.
/// A phrase stands for itself where its words come together more often than by chance
/// (log-likelihood ratio, p < 0.001). Themes are stars: the term that weighs most takes with it the
/// terms that keep its company, then the next one that is left. The same texts in the same order
/// make the same themes.
public final class ThemeMaker {

  /// More different terms than this are not remembered: the rarest are dropped, as in lossy
  /// counting (Manku and Motwani, Approximate frequency counts over data streams, 2002).
  private static final int MOST_COUNTED = 60_000;

  private static final int MOST_TERMS = 400;

  private static final int MOST_MEMBERS = 10;

  /// χ² with one degree of freedom at p = 0.001.
  private static final double SIGNIFICANT = 10.83;

  private final Words words;
  private final int least;
  private final Set<String> taken;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Integer> times = new HashMap<>();
  private int texts;
  private long length;

  private final List<String> terms = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private int[][] together = new int[0][];
  private final List<Map<String, Integer>> faces = new ArrayList<>();

  /// @param least how many texts a theme has at least
  /// @param taken terms that belong to themes that are there already
  public ThemeMaker(Tongue tongue, int least, Set<String> taken) {
    this.words = new Words(tongue);
    this.least = Math.max(2, least);
    this.taken = Set.copyOf(taken);
  }

  /// The first pass.
  public void count(String text) {
    texts++;
    words.terms(text).forEach((term, met) -> { counts.merge(term, 1, Integer::sum); times.merge(term, met.times(), Integer::sum); length += isPhrase(term) ? 0 : met.times();});
    for (int rare = 1; counts.size() > MOST_COUNTED; rare++) {
      int dropped = rare;
      counts.values().removeIf(count -> count <= dropped);
    }
  }

  /// The second pass.
  public void relate(String text) {
    if (together.length == 0) {
      choose();
    }
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

  /// Chooses the terms that themes are made of.
  private void choose() {
    Map<String, Integer> chosen = new TreeMap<>();
    counts.forEach(
        (term, count) -> {
          if (count >= least && !taken.contains(term) && stands(term)) {
            chosen.put(term, count);
          }
        });
    Map<String, Integer> shown = new TreeMap<>(chosen);
    Map<String, Integer> told = new HashMap<>();
    chosen.forEach(
        (whole, count) -> parts(whole).forEach(part -> told.merge(part, count, Integer::sum)));
    // What is mostly a part of several phrases is told by them.
    shown.keySet().removeIf(term -> !isPhrase(term) && (told.getOrDefault(term, 0) >= 0.7 * counts.get(term) || counts.get(term) > 0.4 * texts));
    // A part that is hardly met without the whole is told by the whole.
    chosen.forEach(
        (whole, count) ->
            parts(whole).stream()
                .filter(part -> count >= 0.75 * counts.getOrDefault(part, Integer.MAX_VALUE))
                .forEach(shown::remove));
    shown.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Integer> e) -> -weight(e.getKey()))
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_TERMS)
        .forEach(
            each -> {
              places.put(each.getKey(), terms.size());
              terms.add(each.getKey());
              faces.add(new HashMap<>());
            });
    if (System.getenv("DBG") != null) terms.forEach(t -> { if (t.contains(" ")) System.out.print(t + ":" + counts.get(t) + "/" + times.get(t) + "; "); });
    together = new int[terms.size()][terms.size()];
  }

  /// Whether a term can stand for itself: a word of three letters at least, or one sign of a script
  /// that writes words by signs in company; a phrase that is no chance.
  private boolean stands(String term) {
    int last = term.lastIndexOf(' ');
    if (last < 0) {
      return term.codePointCount(0, term.length()) > 2;
    }
    int before = times.getOrDefault(term.substring(0, last), 0);
    int after = times.getOrDefault(term.substring(last + 1), 0);
    return Association.ratio(times.getOrDefault(term, 0), before, after, length) >= SIGNIFICANT;
  }

  private static boolean isPhrase(String term) {
    return term.indexOf(' ') >= 0;
  }

  private static List<String> parts(String whole) {
    String[] stems = whole.split(" ", -1);
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < stems.length; from++) {
      for (int to = from + 1; to <= stems.length; to++) {
        if (to - from < stems.length) {
          parts.add(String.join(" ", List.of(stems).subList(from, to)));
        }
      }
    }
    return parts;
  }

  /// df · ln(1 + N/df), half as much again for each further word: what many speak of, and what is
  /// said of it in particular.
  private double weight(String term) {
    int count = counts.getOrDefault(term, 0);
    long blanks = term.chars().filter(c -> c == ' ').count();
    return count * Math.log1p((double) texts / count) * Math.sqrt((double) times.getOrDefault(term, count) / count) * (blanks == 0 ? 0.25 : 1);
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
      used[seed] = true;
      for (int other = seed + 1; other < terms.size() && members.size() < MOST_MEMBERS; other++) {
        if (!used[other] && belongs(seed, other)) {
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

  private String face(int place) {
    return faces.get(place).entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(terms.get(place));
  }

  int texts() {
    return texts;
  }
}
