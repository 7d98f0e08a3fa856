package org.customerfocus.customer.matching;

import static org.customerfocus.customer.matching.MatchField.BIRTH_DATE;
import static org.customerfocus.customer.matching.MatchField.EMAIL;
import static org.customerfocus.customer.matching.MatchField.FAMILY_NAME;
import static org.customerfocus.customer.matching.MatchField.GIVEN_NAME;
import static org.customerfocus.customer.matching.MatchField.IDENTIFIER;
import static org.customerfocus.customer.matching.MatchField.ORGANIZATION_NAME;

import java.util.Set;

/// Two parties that agree in much because they belong together, not because they are one: the
/// components of the non-match class besides the pairs that have nothing to do with each other
/// (Winkler 1993; Larsen and Rubin 2001). They agree like matches in all fields but those that tell
/// them apart, in which they agree like strangers.
///
/// How many such pairs a register has is no question that its names and addresses can answer, so it
/// is an assumption, in pairs per party: a household has two customers; one birth in eighty is one
/// of twins, of whom few are both registered at one address; a child named after a parent is about
/// as rare. Against how many duplicates they stand is estimated.
// The collections are never written to once the constants are made.
@SuppressWarnings("ImmutableEnumChecker")
enum Relatives {
  HOUSEHOLD(0.5, true, Set.of(GIVEN_NAME, BIRTH_DATE, IDENTIFIER)),
  TWINS(0.001, true, Set.of(GIVEN_NAME, IDENTIFIER)),
  NAMESAKES(0.001, true, Set.of(BIRTH_DATE, IDENTIFIER)),
  COLLEAGUES(0.5, true, Set.of(GIVEN_NAME, FAMILY_NAME, BIRTH_DATE, IDENTIFIER)),
  SUBSIDIARIES(0.05, false, Set.of(ORGANIZATION_NAME, IDENTIFIER)),
  NEIGHBOURING_OFFICES(0.5, false, Set.of(ORGANIZATION_NAME, IDENTIFIER, EMAIL));

  private final double perParty;
  private final boolean people;
  private final Set<MatchField> apart;

  Relatives(double perParty, boolean people, Set<MatchField> apart) {
    this.perParty = perParty;
    this.people = people;
    this.apart = apart;
  }

  boolean people() {
    return people;
  }

  /// Pairs of this sort per party.
  double perParty() {
    return perParty;
  }

  boolean tellsApart(MatchField field) {
    return apart.contains(field);
  }

  /// The probability of a level among such pairs in a field that tells them apart.
  ///
  /// @param stranger the probability among unrelated pairs
  double likelihood(MatchField field, Level level, double stranger) {
    if (this != SUBSIDIARIES || field != ORGANIZATION_NAME) {
      return stranger;
    }
    // Those of one house share its name and add what they do or where: alike, seldom equal.
    return switch (level) {
      case EXACT -> 0.02;
      case CLOSE -> 0.05;
      case SIMILAR -> 0.50;
      case DIFFERENT -> 0.43;
      case SWAPPED, MISSING -> 1;
    };
  }
}
