package org.customerfocus.customer.matching;

import java.util.List;
import java.util.Set;

/// What is thought of a pair.
///
/// @param probability that both are one party, from 0 to 1
/// @param weight the match weight in bits: log2 of the likelihood ratio against strangers
/// @param fields those that both have, in the order of [MatchField]
public record Judgement(double probability, double weight, List<Explanation> fields) {

  /// From here on a pair is worth a look: more likely one party than two.
  public static final double REVIEW = 0.5;

  private static final double PROBABLE = 0.9;
  private static final double CERTAIN = 0.99;

  private static final Set<MatchField> TELLING =
      Set.of(
          MatchField.GIVEN_NAME,
          MatchField.FAMILY_NAME,
          MatchField.ORGANIZATION_NAME,
          MatchField.BIRTH_DATE,
          MatchField.IDENTIFIER);

  /// How sure a reader may be. Probability alone is not enough for [Certainty#CERTAIN]: twins, a
  /// father and a son of one name, and two subsidiaries agree in a great deal, so that no name,
  /// birth date or identifier may contradict, and a birth date or an identifier must agree.
  public Certainty certainty() {
    boolean contradicted =
        fields.stream().anyMatch(f -> f.level() == Level.DIFFERENT && TELLING.contains(f.field()));
    boolean confirmed =
        fields.stream()
            .anyMatch(
                f ->
                    f.level() == Level.EXACT
                        && (f.field() == MatchField.BIRTH_DATE
                            || f.field() == MatchField.IDENTIFIER));
    if (probability >= CERTAIN && confirmed && !contradicted) {
      return Certainty.CERTAIN;
    }
    return probability >= PROBABLE ? Certainty.PROBABLE : Certainty.POSSIBLE;
  }
}
