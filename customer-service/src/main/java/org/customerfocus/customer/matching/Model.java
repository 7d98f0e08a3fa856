package org.customerfocus.customer.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is believed of a register: m and u of every level of every field, how many pairs are
/// matches, and how common the terms are.
///
/// The odds that a pair is one party are, with w the weight of a field in bits and λ the share of
/// matches among all pairs of the register,
///
/// ```
/// odds = 1 / ( (1 − λ)/λ · 2^−Σw  +  Σk ρk · 2^−Σ(w in the fields that tell k apart) )
/// ```
///
/// the first term being the strangers (Fellegi and Sunter 1969), the others the [Relatives] k, of
/// whom there are ρk pairs per pair of duplicates: their pairs per party over λ (n − 1) / 2, the
/// duplicates per party.
public final class Model {

  private static final double LOG_2 = Math.log(2);

  private final double[][] m;
  private final double[][] u;
  private final double share;
  private final long parties;
  private final TermFrequencies terms;

  Model(double[][] m, double[][] u, double share, long parties, TermFrequencies terms) {
    this.m = m;
    this.u = u;
    this.share = share;
    this.parties = parties;
    this.terms = terms;
  }

  /// What is believed before any data.
  ///
  /// @param parties in the register
  public static Model believed(long parties) {
    double[][] m = new double[MatchField.COUNT][Level.COUNT];
    double[][] u = new double[MatchField.COUNT][Level.COUNT];
    for (MatchField field : MatchField.values()) {
      for (Level level : Level.values()) {
        m[field.place()][level.place()] = field.believedM(level);
        u[field.place()][level.place()] = field.believedU(level);
      }
    }
    return new Model(m, u, believedShare(parties), parties, new TermFrequencies());
  }

  /// One party in fifty has a duplicate, before any data.
  static double believedShare(long parties) {
    return 0.04 / Math.max(10, parties - 1);
  }

  /// The share of matches among all pairs of the register.
  public double share() {
    return share;
  }

  /// How many parties the register had.
  public long parties() {
    return parties;
  }

  public double m(MatchField field, Level level) {
    return m[field.place()][level.place()];
  }

  public double u(MatchField field, Level level) {
    return u[field.place()][level.place()];
  }

  public TermFrequencies terms() {
    return terms;
  }

  /// The same with another share of matches.
  Model withShare(double share) {
    return new Model(m, u, share, parties, terms);
  }

  /// The probability that two parties of one kind are one.
  public double probability(Profile left, Profile right) {
    return probability(Agreement.of(left, right), left.person(), left, right);
  }

  /// The judgement on two parties of one kind, field by field.
  public Judgement judge(Profile left, Profile right) {
    long agreement = Agreement.of(left, right);
    List<Explanation> fields = new ArrayList<>();
    double weight = 0;
    for (MatchField field : MatchField.values()) {
      Level level = Agreement.level(agreement, field);
      if (level != Level.MISSING) {
        double bits = weight(field, level);
        double adjustment = adjustment(field, level, left, right);
        weight += bits + adjustment;
        fields.add(
            new Explanation(field, level, m(field, level), u(field, level), bits, adjustment));
      }
    }
    return new Judgement(
        probability(agreement, left.person(), left, right), weight, List.copyOf(fields));
  }

  /// @param left null, with right, where the terms are not to be looked at
  double probability(
      long agreement, boolean person, @Nullable Profile left, @Nullable Profile right) {
    double[] bits = new double[MatchField.COUNT];
    double weight = 0;
    for (MatchField field : MatchField.values()) {
      Level level = Agreement.level(agreement, field);
      if (level != Level.MISSING) {
        double adjustment =
            left == null || right == null ? 0 : adjustment(field, level, left, right);
        bits[field.place()] = weight(field, level) + adjustment;
        weight += bits[field.place()];
      }
    }
    double duplicates = share * Math.max(10, parties - 1) / 2;
    double against = (1 - share) / share * Math.pow(2, -weight);
    for (Relatives relatives : Relatives.values()) {
      if (relatives.people() == person) {
        against +=
            relatives.perParty() / duplicates * Math.pow(2, -apart(relatives, agreement, bits));
      }
    }
    return 1 / (1 + against);
  }

  private double apart(Relatives relatives, long agreement, double[] bits) {
    double sum = 0;
    for (MatchField field : MatchField.values()) {
      Level level = Agreement.level(agreement, field);
      if (relatives.tellsApart(field) && level != Level.MISSING) {
        double stranger = u(field, level);
        double likelihood = relatives.likelihood(field, level, stranger);
        sum += bits[field.place()] + Math.log(stranger / likelihood) / LOG_2;
      }
    }
    return sum;
  }

  // An exact agreement never speaks against one party, nor a difference for it, whatever chance has
  // put into a small register.
  private double weight(MatchField field, Level level) {
    double bits = Math.log(m(field, level) / u(field, level)) / LOG_2;
    return switch (level) {
      case EXACT -> Math.max(0, bits);
      case DIFFERENT -> Math.min(0, bits);
      case SWAPPED, CLOSE, SIMILAR -> bits;
      case MISSING -> 0;
    };
  }

  private double adjustment(MatchField field, Level level, Profile left, Profile right) {
    if (level != Level.EXACT || !field.byTerm()) {
      return 0;
    }
    String term = left.term(field);
    // Several values each: the frequency of whichever agreed is not looked up.
    return term.equals(right.term(field)) ? terms.bits(field, term, u(field, level)) : 0;
  }

  /// m and u as they can be written down: by field, then by level.
  public Map<MatchField, Map<Level, double[]>> parameters() {
    Map<MatchField, Map<Level, double[]>> parameters = new EnumMap<>(MatchField.class);
    for (MatchField field : MatchField.values()) {
      Map<Level, double[]> levels = new EnumMap<>(Level.class);
      for (Level level : Level.values()) {
        if (u(field, level) > 0) {
          levels.put(level, new double[] {m(field, level), u(field, level)});
        }
      }
      parameters.put(field, levels);
    }
    return parameters;
  }

  /// A model that was written down.
  public static Model of(
      Map<MatchField, Map<Level, double[]>> parameters,
      double share,
      long parties,
      TermFrequencies terms) {
    double[][] m = new double[MatchField.COUNT][Level.COUNT];
    double[][] u = new double[MatchField.COUNT][Level.COUNT];
    parameters.forEach(
        (field, levels) ->
            levels.forEach(
                (level, pair) -> {
                  m[field.place()][level.place()] = pair[0];
                  u[field.place()][level.place()] = pair[1];
                }));
    return new Model(m, u, share, parties, terms);
  }
}
