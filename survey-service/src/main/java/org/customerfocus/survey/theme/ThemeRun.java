package org.customerfocus.survey.theme;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.customerfocus.survey.text.FoundTheme;
import org.customerfocus.survey.text.ThemeMaker;
import org.customerfocus.survey.text.Tongue;
import org.customerfocus.survey.text.Words;
import org.jspecify.annotations.Nullable;

/// One computation of an analysis, in three passes over its texts: what they hold, what of it comes
/// together, and who speaks of what. Nothing of a text is kept but for the best examples' ids.
final class ThemeRun {

  private static final int MOST_THEMES = 25;
  private static final int EXAMPLES = 5;

  /// No theme has fewer texts than this.
  private static final int FEWEST = 3;

  /// … nor a smaller share.
  private static final double SMALLEST = 0.02;

  private static final int GOOD_LENGTH = 200;

  private final Tongue fallback;
  private final int threshold;
  private final Selection selection;
  private final DaysSpoken spoken;
  private final DaysSpoken rated;
  private final List<Counted> themes = new ArrayList<>();
  private final Map<Tongue, ThemeMaker> makers = new EnumMap<>(Tongue.class);
  private final Map<Tongue, Words> words = new EnumMap<>(Tongue.class);
  private long texts;
  private long scored;
  private BigDecimal sum = BigDecimal.ZERO;
  private BigDecimal squares = BigDecimal.ZERO;

  /// What one person said.
  ///
  /// @param score what they answered to the question of the score
  record Said(
      UUID id, String text, @Nullable String language, @Nullable BigDecimal score, Instant at) {}

  /// A theme that is there already, with the terms of what was merged into it.
  record Kept(UUID id, Tongue tongue, Set<String> terms) {}

  /// @param fallback the language of texts that do not tell theirs
  /// @param threshold themes with fewer texts are not made
  /// @param selection whose span is looked at
  ThemeRun(Tongue fallback, int threshold, Selection selection, Collection<Kept> kept) {
    this.fallback = fallback;
    this.threshold = threshold;
    this.selection = selection;
    this.spoken = new DaysSpoken();
    this.rated = new DaysSpoken();
    kept.forEach(each -> themes.add(new Counted(each.id(), each.tongue(), null, each.terms())));
  }

  private Tongue tongue(Said said) {
    return said.language() == null
        ? Tongue.detect(said.text(), fallback)
        : Tongue.of(said.language());
  }

  /// The first pass.
  void count(Said said) {
    makers.computeIfAbsent(tongue(said), this::maker).count(said.text());
    texts++;
    if (said.score() != null) {
      scored++;
      sum = sum.add(said.score());
      squares = squares.add(said.score().multiply(said.score()));
    }
  }

  private ThemeMaker maker(Tongue tongue) {
    Set<String> taken = new HashSet<>();
    themes.stream()
        .filter(theme -> theme.tongue == tongue)
        .forEach(theme -> taken.addAll(theme.terms));
    return new ThemeMaker(tongue, taken);
  }

  void choose() {
    makers.values().forEach(maker -> maker.choose(least(maker)));
  }

  private int least(ThemeMaker maker) {
    return Math.max(Math.max(FEWEST, threshold), (int) Math.ceil(SMALLEST * maker.texts()));
  }

  /// The second pass.
  void relate(Said said) {
    ThemeMaker maker = makers.get(tongue(said));
    if (maker != null) {
      maker.relate(said.text());
    }
  }

  void find() {
    makers.forEach(
        (tongue, maker) ->
            maker
                .themes(MOST_THEMES)
                .forEach(
                    found -> themes.add(new Counted(null, tongue, found, found.terms().keySet()))));
    makers.clear();
  }

  /// Whether few people are not to be told of: then the third pass is to be over the texts of all
  /// times, since what may be told of a span depends on them.
  boolean isCareful() {
    return threshold > 1;
  }

  /// The third pass.
  void match(Said said) {
    spoken.add(said);
    if (said.score() != null) {
      rated.add(said);
    }
    Tongue tongue = tongue(said);
    Set<String> held = words.computeIfAbsent(tongue, Words::new).held(said.text());
    for (Counted theme : themes) {
      if (theme.tongue == tongue && FoundTheme.isMet(theme.terms, held)) {
        theme.met(said);
        if (selection.has(said.at())) {
          theme.add(said, theme.terms.stream().filter(held::contains).count());
        }
      }
    }
  }

  List<Counted> themes() {
    return themes;
  }

  /// How many texts there are; none where that may not be told.
  long texts() {
    return tells() ? texts : 0;
  }

  private boolean tells() {
    return !isCareful() || (selection.isOfDays() && spoken.tells(threshold, selection));
  }

  /// Whether enough speak of a theme, and no other span tells of few of them by subtraction.
  boolean tells(Counted theme) {
    return theme.mentions >= threshold
        && tells()
        && (!isCareful() || theme.spoken.tells(threshold, selection));
  }

  private boolean tellsScores(Counted theme) {
    return !isCareful()
        || (theme.rated.tells(threshold, selection)
            && rated.without(theme.rated).tells(threshold, selection));
  }

  /// The sums of the scores with a theme and of all, with nobody where they may not be told; null
  /// where nobody gave any.
  @Nullable ScoreSums sums(Counted theme) {
    if (scored == 0) {
      return null;
    }
    return tellsScores(theme)
        ? new ScoreSums(theme.scored, theme.sum, theme.squares, scored, sum, squares)
        : ScoreSums.OF_NOBODY;
  }

  /// A theme while it is counted.
  static final class Counted {

    private static final Comparator<Example> BEST =
        Comparator.comparingLong((Example each) -> -each.terms())
            .thenComparingInt(Example::oddity)
            .thenComparing(Example::id);

    private final @Nullable UUID id;
    private final Tongue tongue;
    private final @Nullable FoundTheme found;
    private final Set<String> terms;
    private final TreeSet<Example> examples = new TreeSet<>(BEST);
    private final DaysSpoken spoken = new DaysSpoken();
    private final DaysSpoken rated = new DaysSpoken();
    private long mentions;
    private long scored;
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal squares = BigDecimal.ZERO;

    Counted(@Nullable UUID id, Tongue tongue, @Nullable FoundTheme found, Set<String> terms) {
      this.id = id;
      this.tongue = tongue;
      this.found = found;
      this.terms = Set.copyOf(terms);
    }

    private record Example(UUID id, long terms, int oddity) {}

    void met(Said said) {
      spoken.add(said);
      if (said.score() != null) {
        rated.add(said);
      }
    }

    void add(Said said, long held) {
      mentions++;
      if (said.score() != null) {
        scored++;
        sum = sum.add(said.score());
        squares = squares.add(said.score().multiply(said.score()));
      }
      // Of those that hold most of its terms, those that are read at a glance.
      examples.add(new Example(said.id(), held, Math.abs(said.text().length() - GOOD_LENGTH)));
      if (examples.size() > EXAMPLES) {
        examples.pollLast();
      }
    }

    @Nullable UUID id() {
      return id;
    }

    Tongue tongue() {
      return tongue;
    }

    @Nullable FoundTheme found() {
      return found;
    }

    long mentions() {
      return mentions;
    }

    List<UUID> examples() {
      return examples.stream().map(Example::id).toList();
    }
  }

  /// For the terms of themes and of those merged into them, by id.
  static Map<UUID, Set<String>> union(Map<UUID, Set<String>> own, Map<UUID, UUID> mergedInto) {
    Map<UUID, Set<String>> all = new LinkedHashMap<>();
    own.forEach((id, terms) -> all.put(id, new HashSet<>(terms)));
    mergedInto.forEach(
        (part, whole) -> {
          Set<String> target = all.get(whole);
          if (target != null) {
            target.addAll(own.getOrDefault(part, Set.of()));
          }
        });
    return all;
  }
}
