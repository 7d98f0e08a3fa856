package org.customerfocus.customer.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;

/// Learns a [Model] from a register that nobody has labelled, in memory that does not grow with it:
/// first every party is shown, then a part of the blocks.
///
/// u comes from random pairs, of which next to none are matches. m comes from an EM per blocking
/// pass over the fields that the pass does not use, since those that it uses agree in all its
/// pairs; the passes are then averaged by how many matches each has. The share of matches follows
/// from the posterior probabilities of all pairs of the blocks seen.
public final class Training {

  private static final int SAMPLE = 4_000;
  private static final int RANDOM_PAIRS = 300_000;
  private static final int PAIRS_PER_PASS = 300_000;
  // Beliefs count for as much as so many pairs seen.
  private static final double BELIEF_IN_U = 50;
  private static final double BELIEF_IN_M = 20;
  private static final double LEAST = 1e-7;
  // Both fields of an exchange are at this level together, so that its evidence is halved.
  private static final double LEAST_SWAPPED = 3e-4;

  private final TermFrequencies terms = new TermFrequencies();
  private final List<Profile> sample = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(1969);
  private final Map<BlockingPass, Map<Long, Integer>> byPass = new EnumMap<>(BlockingPass.class);
  private final Map<BlockingPass, Integer> pairsOfPass = new EnumMap<>(BlockingPass.class);
  private final Map<Long, Integer> people = new HashMap<>();
  private final Map<Long, Integer> organizations = new HashMap<>();
  private long parties;

  /// Shows a party; all of them, before any block.
  public void show(Profile profile) {
    parties++;
    terms.count(profile);
    // Reservoir sampling (Vitter, algorithm R, 1985).
    if (sample.size() < SAMPLE) {
      sample.add(profile);
    } else {
      long place = random.nextLong(parties);
      if (place < SAMPLE) {
        sample.set((int) place, profile);
      }
    }
  }

  /// Shows a block.
  ///
  /// @param large as for [Block#pairs]
  public void show(Block block, LongPredicate large) {
    BlockingPass pass = BlockingPass.of(block.key());
    Map<Long, Integer> patterns = byPass.computeIfAbsent(pass, key -> new HashMap<>());
    List<Block.Member> members = block.members();
    if (!block.isLarge() && pairsOfPass.getOrDefault(pass, 0) < PAIRS_PER_PASS) {
      for (int i = 0; i < members.size(); i++) {
        for (int j = i + 1; j < members.size(); j++) {
          long agreement = Agreement.of(members.get(i).profile(), members.get(j).profile());
          patterns.merge(agreement, 1, Integer::sum);
          pairsOfPass.merge(pass, 1, Integer::sum);
        }
      }
    }
    block.pairs(
        large,
        (left, right) ->
            (left.person() ? people : organizations)
                .merge(Agreement.of(left, right), 1, Integer::sum));
  }

  /// What was learnt.
  ///
  /// @param fraction of all blocks that were shown, from 0 to 1
  public Model model(double fraction) {
    double[][] u = strangers();
    Map<BlockingPass, Expectation> passes = new EnumMap<>(BlockingPass.class);
    byPass.forEach((pass, patterns) -> passes.put(pass, Expectation.maximize(pass, patterns, u)));
    double[][] m = new double[MatchField.COUNT][Level.COUNT];
    for (MatchField field : MatchField.values()) {
      average(field, passes, m[field.place()]);
    }
    return shared(new Model(m, u, Model.believedShare(parties), parties, terms), fraction);
  }

  private void average(MatchField field, Map<BlockingPass, Expectation> passes, double[] into) {
    double total = BELIEF_IN_M;
    for (Level level : Level.values()) {
      into[level.place()] = BELIEF_IN_M * field.believedM(level);
    }
    for (Map.Entry<BlockingPass, Expectation> pass : passes.entrySet()) {
      if (!pass.getKey().uses().contains(field)) {
        double[] levels = pass.getValue().matched()[field.place()];
        for (Level level : Level.values()) {
          if (level != Level.MISSING) {
            into[level.place()] += levels[level.place()];
            total += levels[level.place()];
          }
        }
      }
    }
    for (int level = 0; level < Level.COUNT; level++) {
      into[level] = Math.max(LEAST, into[level] / total);
    }
    into[Level.MISSING.place()] = 0;
  }

  private double[][] strangers() {
    double[][] counts = new double[MatchField.COUNT][Level.COUNT];
    for (MatchField field : MatchField.values()) {
      for (Level level : Level.values()) {
        counts[field.place()][level.place()] = BELIEF_IN_U * field.believedU(level);
      }
    }
    // Two at random are strangers, except in a register so full of duplicates that they are not:
    // what
    // anybody would take for one party says nothing of how often strangers agree.
    Model believed = Model.believed(parties);
    long possible = (long) sample.size() * (sample.size() - 1) / 2;
    for (long pair = 0; pair < Math.min(RANDOM_PAIRS, possible); pair++) {
      int one = random.nextInt(sample.size());
      int other = random.nextInt(sample.size());
      Profile left = sample.get(one);
      Profile right = sample.get(other);
      if (one != other && left.person() == right.person()) {
        long agreement = Agreement.of(left, right);
        if (believed.probability(agreement, left.person(), null, null) >= 0.5) {
          continue;
        }
        for (MatchField field : MatchField.values()) {
          counts[field.place()][Agreement.level(agreement, field).place()]++;
        }
      }
    }
    for (double[] levels : counts) {
      levels[Level.MISSING.place()] = 0;
      double total = 0;
      for (double count : levels) {
        total += count;
      }
      for (Level level : Level.values()) {
        if (level != Level.MISSING) {
          double least = level == Level.SWAPPED ? LEAST_SWAPPED : LEAST;
          levels[level.place()] = Math.max(least, levels[level.place()] / total);
        }
      }
    }
    return counts;
  }

  /// EM for the share of matches alone: matches outside the blocks are few enough to be left out.
  private Model shared(Model start, double fraction) {
    double pairs = Math.max(1, 0.5 * parties * (parties - 1));
    // Not below one duplicate in two hundred parties: a clean register must still find the next.
    double least = Math.min(Model.believedShare(parties), 0.005 * parties / pairs);
    Model model = start;
    for (int round = 0; round < 20; round++) {
      Model now = model;
      double matches = matches(people, true, now) + matches(organizations, false, now);
      model = now.withShare(Math.clamp(matches / fraction / pairs, least, 0.5));
    }
    return model;
  }

  private static double matches(Map<Long, Integer> patterns, boolean person, Model model) {
    double matches = 0;
    for (Map.Entry<Long, Integer> pattern : patterns.entrySet()) {
      matches += pattern.getValue() * model.probability(pattern.getKey(), person, null, null);
    }
    return matches;
  }
}
