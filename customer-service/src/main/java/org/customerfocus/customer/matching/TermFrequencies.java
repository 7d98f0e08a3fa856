package org.customerfocus.customer.matching;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// How often the values of a field occur, so that agreeing on a rare one counts for more than
/// agreeing on a common one.
public final class TermFrequencies {

  /// So many terms of a field are told apart; rarer ones all count as held by two.
  private static final int TERMS = 50_000;

  // A register this small is believed as much as the belief of before any data.
  private static final double BELIEF = 200;

  private final Map<MatchField, Map<String, Integer>> counts = new EnumMap<>(MatchField.class);
  private final Map<MatchField, Integer> totals = new EnumMap<>(MatchField.class);

  /// Counts the terms of one party.
  public void count(Profile profile) {
    for (MatchField field : MatchField.values()) {
      String term = field.byTerm() ? profile.term(field) : "";
      if (!term.isEmpty()) {
        Map<String, Integer> terms = counts.computeIfAbsent(field, key -> new HashMap<>());
        terms.merge(term, 1, Integer::sum);
        totals.merge(field, 1, Integer::sum);
        if (terms.size() > TERMS) {
          // Lossy counting (Manku and Motwani, VLDB 2002) at its simplest: what has occurred once
          // among so many is rare, and rare terms need no exact count.
          terms.values().removeIf(count -> count == 1);
        }
      }
    }
  }

  /// The bits to add to the weight of an exact agreement: log2 of the mean probability that two
  /// parties agree on the field over the probability that they do on this term, both drawn towards
  /// each other while the register is small.
  ///
  /// @param u the mean probability
  double bits(MatchField field, String term, double u) {
    Integer total = totals.get(field);
    if (!field.byTerm() || term.isEmpty() || total == null) {
      return 0;
    }
    int count = Math.max(2, counts.getOrDefault(field, Map.of()).getOrDefault(term, 0));
    double frequency = (count + BELIEF * u) / (total + BELIEF);
    return Math.log(u / frequency) / Math.log(2);
  }

  /// The terms of a field that at least so many parties hold, with their counts: what a model
  /// keeps.
  public Map<MatchField, Map<String, Integer>> common(int atLeast) {
    Map<MatchField, Map<String, Integer>> common = new EnumMap<>(MatchField.class);
    counts.forEach(
        (field, terms) -> {
          Map<String, Integer> kept = new HashMap<>(terms);
          kept.values().removeIf(count -> count < atLeast);
          common.put(field, kept);
        });
    return common;
  }

  /// How many values of each field were counted.
  public Map<MatchField, Integer> totals() {
    return Map.copyOf(totals);
  }

  /// Frequencies that a model has kept.
  public static TermFrequencies of(
      Map<MatchField, Integer> totals, Map<MatchField, Map<String, Integer>> common) {
    TermFrequencies frequencies = new TermFrequencies();
    frequencies.totals.putAll(totals);
    common.forEach((field, terms) -> frequencies.counts.put(field, new HashMap<>(terms)));
    return frequencies;
  }
}
