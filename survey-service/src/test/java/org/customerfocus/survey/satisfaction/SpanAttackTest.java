package org.customerfocus.survey.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.customerfocus.survey.satisfaction.Protection.Past;
import org.customerfocus.survey.satisfaction.SatisfactionRepository.Of;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An attack on what is withheld of satisfaction: whoever asks for every span of days, whole and by
/// role, and for the composite by every order of roles, knows a linear equation of each figure that
/// is told. No group of fewer people than the threshold is a linear combination of them.
class SpanAttackTest {

  private static final int THRESHOLD = 3;
  private static final long PRIME = 2_147_483_647L;
  private static final List<String> ROLES = List.of("a", "b");
  private static final List<Set<String>> KINDS =
      List.of(Set.of(), Set.of("a"), Set.of("b"), Set.of("a", "b"));
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.parse("2026-01-05"),
          LocalDate.parse("2026-01-06"),
          LocalDate.parse("2026-02-10"),
          LocalDate.parse("2026-04-01"),
          LocalDate.parse("2026-04-02"),
          LocalDate.parse("2026-07-20"));

  /// Answers of one day and kind.
  private record Cell(LocalDate day, Set<String> kind, boolean superseded, long answers) {}

  @Test
  void noSpansAndOrdersOfRolesTellOfFewPeople() {
    int tries = Math.clamp(Integer.getInteger("property.tries", 100), 50, 1_000);
    Random random = new Random(7);
    int told = 0;
    int attacked = 0;
    for (int i = 0; i < tries; i++) {
      List<Cell> cells = new ArrayList<>();
      for (LocalDate day : DAYS) {
        for (Set<String> kind : KINDS) {
          double draw = random.nextDouble();
          long answers =
              draw < 0.5 ? 0 : draw < 0.8 ? 1 + random.nextInt(3) : 3 + random.nextInt(40);
          if (answers > 0) {
            boolean again = i % 3 == 0 && random.nextInt(6) == 0;
            cells.add(new Cell(day, kind, again, answers));
          }
        }
      }
      Basis known = known(cells);
      told += known.rows.size();
      attacked += attack(known, cells);
    }
    assertThat(told).as("what was told").isGreaterThan(tries);
    assertThat(attacked).as("small groups that were attacked").isGreaterThan(tries);
  }

  @Test
  void oneDayMoreTellsNothingOfThatDay() {
    List<Cell> cells = new ArrayList<>();
    for (int day = 0; day < 50; day++) {
      cells.add(new Cell(LocalDate.parse("2026-01-01").plusDays(day), Set.of(), false, 3));
    }
    LocalDate lonely = LocalDate.parse("2026-03-01");
    cells.add(new Cell(lonely, Set.of(), false, 1));
    Protection protection = protection(cells);
    LocalDate from = LocalDate.parse("2026-01-01");

    assertThat(protection.tells(from, lonely.plusDays(1))).isTrue();
    assertThat(protection.tells(from, lonely)).isFalse();
    assertThat(protection.tells(from, LocalDate.parse("2026-02-01"))).isTrue();
  }

  @Test
  void rolesAreToldAsFarAsNoOrderOfThemTellsOfFew() {
    LocalDate day = DAYS.getFirst();
    List<Cell> cells =
        List.of(
            new Cell(day, Set.of("a"), false, 20),
            new Cell(day, Set.of("b"), false, 10),
            new Cell(day, Set.of("a", "b"), false, 2));
    Protection few = protection(cells);
    assertThat(few.roles(day, day.plusDays(1))).containsExactly("a");
    assertThat(few.parts(Of.ROLE, day, day.plusDays(1))).containsExactly("a");

    List<Cell> more = new ArrayList<>(cells);
    more.add(new Cell(day, Set.of("a", "b"), false, 1));
    assertThat(protection(more).roles(day, day.plusDays(1))).containsExactly("a", "b");
  }

  @Test
  void aMonthOfOneSurveyIsToldBesideOtherSurveysAndMonths() {
    List<Cell> cells = new ArrayList<>();
    for (int day = 0; day < 40; day++) {
      LocalDate date = LocalDate.parse("2026-01-01").plusDays(day);
      cells.add(new Cell(date, Set.of("a"), false, 10));
      cells.add(new Cell(date, Set.of("b"), false, 4));
    }
    LocalDate from = LocalDate.parse("2026-01-01");
    LocalDate february = LocalDate.parse("2026-02-01");
    LocalDate march = LocalDate.parse("2026-03-01");
    assertThat(protection(cells).parts(Of.ROLE, from, february)).containsExactly("a", "b");
    assertThat(protection(cells).parts(Of.ROLE, february, march)).containsExactly("a", "b");
    assertThat(protection(cells).parts(Of.ROLE, from, from.plusDays(7))).isEmpty();

    // Few of another month close that month alone, as long as two others are left of the quarter.
    cells.add(new Cell(march, Set.of("a"), false, 9));
    cells.add(new Cell(march, Set.of("b"), false, 1));
    Protection few = protection(cells);
    assertThat(few.parts(Of.ROLE, march, LocalDate.parse("2026-04-01"))).isEmpty();
    assertThat(few.parts(Of.ROLE, from, LocalDate.parse("2026-04-01"))).containsExactly("a", "b");
    assertThat(few.parts(Of.ROLE, from, february)).containsExactly("a", "b");
  }

  @Test
  void aPartThatADayAllButFillsIsNotToldBesideThatDay() {
    LocalDate day = DAYS.getFirst();
    List<Cell> cells =
        List.of(
            new Cell(day, Set.of("a"), false, 10),
            new Cell(day.plusDays(1), Set.of("a"), false, 1),
            new Cell(day.plusDays(1), Set.of("b"), false, 10));
    assertThat(protection(cells).tells(day, day.plusDays(1))).isTrue();
    assertThat(protection(cells).parts(Of.ROLE, day, day.plusDays(2))).isEmpty();
  }

  /// Nine years of answers on each day that are of any of twelve roles.
  @Test
  @Timeout(10)
  void manyRolesOfManyYearsCostLittle() {
    Random random = new Random(5);
    List<Cell> cells = new ArrayList<>();
    LocalDate from = LocalDate.parse("2017-01-01");
    LocalDate to = LocalDate.parse("2026-01-01");
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      for (int answer = 0; answer < 30; answer++) {
        Set<String> kind = new HashSet<>();
        for (int role = 0; role < 12; role++) {
          if (random.nextInt(3) == 0) {
            kind.add("role-" + role);
          }
        }
        cells.add(new Cell(day, kind, false, 1));
      }
    }
    Protection protection = protection(cells);
    assertThat(protection.parts(Of.ROLE, from, from.plusMonths(3))).hasSizeBetween(3, 11);
    assertThat(protection.parts(Of.ROLE, from, to)).hasSizeLessThan(12);
  }

  @Test
  void ofManySurveysTheLargestAreTold() {
    LocalDate day = DAYS.getFirst();
    List<Cell> cells = new ArrayList<>();
    for (int survey = 0; survey < 100; survey++) {
      cells.add(new Cell(day, Set.of("survey-" + survey), false, 10 + survey));
    }
    assertThat(protection(cells).parts(Of.ROLE, day, day.plusDays(1)))
        .hasSize(PartsOfQuarter.MOST)
        .contains("survey-99")
        .doesNotContain("survey-0");
  }

  private static Protection protection(List<Cell> cells) {
    List<Past> history = new ArrayList<>();
    for (Cell cell : cells) {
      Set<String> parts = new TreeSet<>(cell.kind());
      if (cell.superseded()) {
        parts.add(Protection.SUPERSEDED);
      }
      history.add(new Past(Of.WHOLE, cell.day(), List.of(), cell.answers()));
      history.add(new Past(Of.ROLE, cell.day(), List.copyOf(parts), cell.answers()));
    }
    return new Protection(THRESHOLD, history);
  }

  private static Basis known(List<Cell> cells) {
    Protection protection = protection(cells);
    Basis known = new Basis();
    TreeSet<LocalDate> cuts = new TreeSet<>(DAYS);
    DAYS.forEach(day -> cuts.add(day.plusDays(1)));
    for (LocalDate from : cuts) {
      for (LocalDate to : cuts.tailSet(from, false)) {
        Predicate<Cell> in = cell -> !cell.day().isBefore(from) && cell.day().isBefore(to);
        if (protection.tells(from, to)) {
          known.add(row(cells, in));
        }
        for (String role : protection.parts(Of.ROLE, from, to)) {
          known.add(row(cells, in.and(cell -> cell.kind().contains(role))));
        }
        Set<String> roles = protection.roles(from, to);
        if (roles != null) {
          for (List<String> order : List.of(ROLES, ROLES.reversed())) {
            composite(known, cells, in, order.stream().filter(roles::contains).toList());
          }
        }
      }
    }
    return known;
  }

  /// Each person once, under the highest role that is told.
  private static void composite(
      Basis known, List<Cell> cells, Predicate<Cell> in, List<String> order) {
    Set<String> higher = new HashSet<>();
    for (String role : order) {
      Set<String> before = Set.copyOf(higher);
      known.add(
          row(
              cells,
              in.and(
                  cell ->
                      !cell.superseded()
                          && cell.kind().contains(role)
                          && cell.kind().stream().noneMatch(before::contains))));
      higher.add(role);
    }
  }

  private static long[] row(List<Cell> cells, Predicate<Cell> of) {
    return cells.stream().mapToLong(cell -> of.test(cell) ? 1 : 0).toArray();
  }

  /// Every group of cells that is few people together.
  private static int attack(Basis known, List<Cell> cells) {
    int attacked = 0;
    for (int first = 0; first < cells.size(); first++) {
      for (int second = first; second < cells.size(); second++) {
        int one = first;
        int other = second;
        long[] group = new long[cells.size()];
        group[one] = 1;
        group[other] = 1;
        long people = 0;
        for (int i = 0; i < group.length; i++) {
          people += group[i] * cells.get(i).answers();
        }
        if (people < THRESHOLD) {
          attacked++;
          assertThat(known.spans(group))
              .as("%s and %s of %s", cells.get(one), cells.get(other), cells)
              .isFalse();
        }
      }
    }
    return attacked;
  }

  /// Rows in echelon form over the integers modulo a large prime.
  private static final class Basis {
    private final List<long[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    void add(long[] row) {
      long[] rest = reduced(row);
      for (int i = 0; i < rest.length; i++) {
        if (rest[i] != 0) {
          long inverse = power(rest[i], PRIME - 2);
          for (int j = 0; j < rest.length; j++) {
            rest[j] = rest[j] * inverse % PRIME;
          }
          rows.add(rest);
          pivots.add(i);
          return;
        }
      }
    }

    boolean spans(long[] row) {
      for (long rest : reduced(row)) {
        if (rest != 0) {
          return false;
        }
      }
      return true;
    }

    private long[] reduced(long[] row) {
      long[] rest = row.clone();
      for (int i = 0; i < rows.size(); i++) {
        long factor = rest[pivots.get(i)];
        for (int j = 0; factor != 0 && j < rest.length; j++) {
          rest[j] = Math.floorMod(rest[j] - factor * rows.get(i)[j], PRIME);
        }
      }
      return rest;
    }

    private static long power(long base, long exponent) {
      long result = 1;
      long factor = base;
      for (long left = exponent; left > 0; left >>= 1) {
        if ((left & 1) == 1) {
          result = result * factor % PRIME;
        }
        factor = factor * factor % PRIME;
      }
      return result;
    }
  }
}
