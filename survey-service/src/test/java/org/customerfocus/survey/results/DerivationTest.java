package org.customerfocus.survey.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.counting.CountedRow;
import org.customerfocus.survey.counting.Part;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.results.ResultsView.AnswerCount;
import org.customerfocus.survey.results.ResultsView.NonAnswerCount;
import org.customerfocus.survey.results.ResultsView.QuestionResult;
import org.customerfocus.survey.results.ResultsView.ResultPart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// An attack on withheld cells: whoever reads the results whole, of each version, and split by each
/// attribute, knows as many linear equations over the numbers of respondents of each kind as there
/// are counts in them. A withheld count of few people is found out when it is a linear combination
/// of what is told.
class DerivationTest {

  private static final int THRESHOLD = 5;
  private static final long PRIME = 2_147_483_647L;

  private static final String NONE = "-";
  private static final List<String> AREAS = List.of("east", "west", "north", NONE);
  private static final List<String> TIERS = List.of("gold", "basic");
  private static final List<String> CLEAN = List.of("1", "2", "3", NONE);
  private static final List<String> LEAVING = List.of("yes", "no", "refused", NONE);

  private static final String SURVEY =
      """
      {"attributes": [
        {"key": "area", "type": "choice", "label": "Area",
         "options": [{"code": "east", "label": "East"}, {"code": "west", "label": "West"},
                     {"code": "north", "label": "North"}]},
        {"key": "tier", "type": "choice", "label": "Tier",
         "options": [{"code": "gold", "label": "Gold"}, {"code": "basic", "label": "Basic"}]}],
       "items": [
        {"linkId": "clean", "type": "scale", "text": "How clean?", "scale": {"min": 1, "max": 3}},
        {"linkId": "leaving", "type": "single-choice", "text": "Will you leave?",
         "nonAnswers": [{"code": "refused", "label": "Refused"}],
         "options": [{"code": "yes", "label": "Yes"}, {"code": "no", "label": "No"}]}]}""";

  private static final List<PublishedVersion> VERSIONS =
      IntStream.of(1, 2).mapToObj(DerivationTest::version).toList();

  /// What respondents can be: the cells whose sizes nobody is told.
  private static final List<Kind> KINDS = kinds();

  private record Kind(int version, String area, String tier, String clean, String leaving) {

    String answer(String question) {
      return question.equals("clean") ? clean : leaving;
    }

    /// In which part a split puts them.
    Part part(String split) {
      return switch (split) {
        case "area" -> area.equals(NONE) ? new Part(null, "no-value") : new Part(area, null);
        case "tier" -> new Part(tier, null);
        default -> {
          String answer = answer(split);
          yield answer.equals(NONE)
              ? new Part(null, "no-answer")
              : answer.equals("refused") ? new Part(null, answer) : new Part(answer, null);
        }
      };
    }
  }

  /// How many of these kinds there are.
  ///
  /// @param attacked false where it is about who did not answer a question: how many those are
  ///   stands beside each figure of it, as base less n
  private record Fact(String what, boolean[] kinds, @Nullable Long told, boolean attacked) {

    long size(long[] sizes) {
      return IntStream.range(0, sizes.length).filter(i -> kinds[i]).mapToLong(i -> sizes[i]).sum();
    }
  }

  @Test
  void noPairOfFiltersRecoversAHiddenCell() {
    int tries = Math.clamp(Integer.getInteger("property.tries", 100), 50, 1_000);
    Random random = new Random(5);
    int hidden = 0;
    for (int i = 0; i < tries; i++) {
      long[] sizes = new long[KINDS.size()];
      int people = 20 + random.nextInt(180);
      // Some kinds are common and many rare, as in life.
      for (int person = 0; person < people; person++) {
        double draw = random.nextDouble();
        sizes[(int) (KINDS.size() * draw * draw * draw)]++;
      }
      shuffle(sizes, random);
      hidden += attack(sizes);
    }
    assertThat(hidden).as("hidden cells that were attacked").isGreaterThan(tries);
  }

  /// @return how many hidden cells there were
  private static int attack(long[] sizes) {
    List<Fact> facts = new ArrayList<>();
    for (Integer scope : new Integer[] {null, 0, 1}) {
      for (String split : new String[] {null, "area", "tier", "clean", "leaving"}) {
        facts.addAll(facts(sizes, scope, split));
      }
    }
    Basis known = new Basis();
    for (Fact fact : facts) {
      if (fact.told() != null) {
        assertThat(fact.told()).as(fact.what()).isEqualTo(fact.size(sizes));
        known.add(fact.kinds());
      }
    }
    int hidden = 0;
    for (Fact fact : facts) {
      long size = fact.size(sizes);
      if (fact.attacked() && fact.told() == null && size > 0 && size < THRESHOLD) {
        hidden++;
        assertThat(known.spans(fact.kinds()))
            .as("%s, told of %d, is found out", fact.what(), size)
            .isFalse();
      }
    }
    return hidden;
  }

  /// All counts that one answer tells or withholds.
  private static List<Fact> facts(long[] sizes, @Nullable Integer scope, @Nullable String split) {
    List<CountedRow> rows = rows(sizes, split);
    Splitter splitter = split == null ? null : Splitter.of(split, VERSIONS);
    PublishedVersion of = scope == null ? null : VERSIONS.get(scope);
    ResultsView view =
        new Assembly(VERSIONS, of, List.of(), new Scores(0.95, NpsInterval.ADJUSTED_WALD))
            .results(0.95, rows, splitter, rows);
    String name = "version %s split by %s".formatted(scope, split);
    Predicate<Kind> all = kind -> scope == null || kind.version() == scope;
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(name, all, view.base()));
    view.questions().forEach(question -> add(facts, name, all, question));
    if (view.split() != null) {
      for (ResultPart part : view.split().parts()) {
        Part key = new Part(part.value(), part.nonAnswer());
        Predicate<Kind> within =
            all.and(kind -> kind.part(Objects.requireNonNull(split)).equals(key));
        boolean silent = key.nonAnswer() != null && !split.equals("area");
        String where = name + " in " + key + (silent ? " of non-answers" : "");
        facts.add(fact(where, within, part.base()));
        part.questions().forEach(question -> add(facts, where, within, question));
      }
    }
    return facts;
  }

  private static void add(
      List<Fact> facts, String where, Predicate<Kind> within, QuestionResult question) {
    String id = question.linkId();
    String name = where + ", " + id;
    List<String> answers = id.equals("clean") ? CLEAN.subList(0, 3) : LEAVING.subList(0, 2);
    facts.add(
        fact(name + " n", within.and(kind -> answers.contains(kind.answer(id))), question.n()));
    facts.add(fact(name + " base", within, question.base()));
    for (String answer : answers) {
      Long told =
          question.counts() == null
              ? null
              : question.counts().stream()
                  .filter(each -> answer.equals(code(each)))
                  .map(AnswerCount::count)
                  .findFirst()
                  .orElse(0L);
      facts.add(
          fact(name + " = " + answer, within.and(kind -> kind.answer(id).equals(answer)), told));
    }
    // How many refused is told apart from how many said nothing.
    if (id.equals("leaving")) {
      Long told =
          question.nonAnswers() == null
              ? null
              : question.nonAnswers().stream()
                  .filter(each -> each.code().equals("refused"))
                  .map(NonAnswerCount::count)
                  .findFirst()
                  .orElse(0L);
      facts.add(
          fact(
              name + (where.contains("split by clean") ? " refused of non-answers" : " refused"),
              within.and(kind -> kind.leaving().equals("refused")),
              told));
    }
  }

  private static String code(AnswerCount count) {
    return count.value() == null ? String.valueOf(count.optionCode()) : count.value().toString();
  }

  private static Fact fact(String what, Predicate<Kind> which, @Nullable Long told) {
    boolean[] kinds = new boolean[KINDS.size()];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = which.test(KINDS.get(i));
    }
    return new Fact(what, kinds, told, !what.contains("non-answers"));
  }

  /// What the database would count of them.
  private static List<CountedRow> rows(long[] sizes, @Nullable String split) {
    List<CountedRow> rows = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] > 0) {
        Kind kind = KINDS.get(i);
        Part part = split == null ? Part.WHOLE : kind.part(split);
        rows.add(row(kind, part, null, null, null, null, sizes[i]));
        if (!kind.clean().equals(NONE)) {
          rows.add(row(kind, part, "clean", Integer.valueOf(kind.clean()), null, null, sizes[i]));
        }
        switch (kind.leaving()) {
          case NONE -> {}
          case "refused" -> rows.add(row(kind, part, "leaving", null, null, "refused", sizes[i]));
          default -> rows.add(row(kind, part, "leaving", null, kind.leaving(), null, sizes[i]));
        }
      }
    }
    return rows;
  }

  private static CountedRow row(
      Kind kind,
      Part part,
      @Nullable String question,
      @Nullable Integer value,
      @Nullable String option,
      @Nullable String nonAnswer,
      long size) {
    BigDecimal weight = BigDecimal.valueOf(size);
    return new CountedRow(
        VERSIONS.get(kind.version()).id(),
        part,
        question,
        value,
        option,
        nonAnswer,
        size,
        size,
        weight,
        weight,
        null,
        null,
        null,
        null,
        false);
  }

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (int version = 0; version < 2; version++) {
      for (String area : AREAS) {
        for (String tier : TIERS) {
          for (String clean : CLEAN) {
            for (String leaving : LEAVING) {
              kinds.add(new Kind(version, area, tier, clean, leaving));
            }
          }
        }
      }
    }
    return kinds;
  }

  private static PublishedVersion version(int number) {
    Definition definition = definition();
    return new PublishedVersion(
        UUID.nameUUIDFromBytes(new byte[] {(byte) number}),
        UUID.nameUUIDFromBytes(new byte[] {0}),
        number,
        false,
        THRESHOLD,
        definition.questionnaire(),
        "Team",
        definition);
  }

  private static Definition definition() {
    try {
      return new ObjectMapper().readValue(SURVEY, Definition.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void shuffle(long[] sizes, Random random) {
    for (int i = sizes.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      long swapped = sizes[i];
      sizes[i] = sizes[j];
      sizes[j] = swapped;
    }
  }

  /// The linear combinations of what is known, modulo a prime: whatever is a rational combination
  /// is one modulo the prime as well, so that nothing is overlooked.
  private static final class Basis {
    private final List<long[]> rows = new ArrayList<>();
    private final List<Integer> leads = new ArrayList<>();

    void add(boolean[] kinds) {
      long[] rest = reduced(kinds);
      int lead = lead(rest);
      if (lead >= 0) {
        long inverse = power(rest[lead], PRIME - 2);
        for (int i = lead; i < rest.length; i++) {
          rest[i] = rest[i] * inverse % PRIME;
        }
        rows.add(rest);
        leads.add(lead);
      }
    }

    boolean spans(boolean[] kinds) {
      return lead(reduced(kinds)) < 0;
    }

    private long[] reduced(boolean[] kinds) {
      long[] rest = new long[kinds.length];
      for (int i = 0; i < rest.length; i++) {
        rest[i] = kinds[i] ? 1 : 0;
      }
      for (int row = 0; row < rows.size(); row++) {
        long factor = rest[leads.get(row)];
        if (factor != 0) {
          long[] known = rows.get(row);
          for (int i = 0; i < rest.length; i++) {
            rest[i] = Math.floorMod(rest[i] - factor * known[i], PRIME);
          }
        }
      }
      return rest;
    }

    private static int lead(long[] row) {
      return IntStream.range(0, row.length).filter(i -> row[i] != 0).findFirst().orElse(-1);
    }

    private static long power(long base, long exponent) {
      long result = 1;
      long square = base % PRIME;
      for (long rest = exponent; rest > 0; rest >>= 1) {
        if ((rest & 1) == 1) {
          result = result * square % PRIME;
        }
        square = square * square % PRIME;
      }
      return result;
    }
  }
}
