package org.customerfocus.customer.matching;

import static org.customerfocus.customer.matching.Level.CLOSE;
import static org.customerfocus.customer.matching.Level.DIFFERENT;
import static org.customerfocus.customer.matching.Level.EXACT;
import static org.customerfocus.customer.matching.Level.MISSING;
import static org.customerfocus.customer.matching.Level.SWAPPED;

import java.util.List;
import java.util.function.BiFunction;

/// The level of every field of one pair, packed into a number of three bits a field: equal pairs of
/// levels are equal numbers, so that what is learnt from a million pairs is counted over few.
final class Agreement {

  private static final int BITS = 3;
  private static final long MASK = (1L << BITS) - 1;

  private Agreement() {}

  static Level level(long agreement, MatchField field) {
    return Level.of((int) (agreement >>> (BITS * field.place()) & MASK));
  }

  private static long put(MatchField field, Level level) {
    return (long) level.place() << (BITS * field.place());
  }

  /// Compares two parties of one kind.
  static long of(Profile left, Profile right) {
    long agreement =
        put(MatchField.EMAIL, best(left.emails(), right.emails(), Agreement::emails))
            | put(MatchField.PHONE, best(left.phones(), right.phones(), Likeness::codes))
            | put(MatchField.IDENTIFIER, identifiers(left.identifiers(), right.identifiers()))
            | addresses(left, right);
    if (left.person()) {
      return agreement
          | names(left, right)
          | put(MatchField.BIRTH_DATE, Likeness.dates(left.birthDate(), right.birthDate()))
          | put(MatchField.ORGANIZATION_NAME, MISSING);
    }
    return agreement
        | put(MatchField.GIVEN_NAME, MISSING)
        | put(MatchField.FAMILY_NAME, MISSING)
        | put(MatchField.BIRTH_DATE, MISSING)
        | put(
            MatchField.ORGANIZATION_NAME,
            Likeness.texts(left.organizationName(), right.organizationName()));
  }

  private static long names(Profile left, Profile right) {
    Level given = Likeness.names(left.givenName(), right.givenName());
    Level family = Likeness.names(left.familyName(), right.familyName());
    if (isPoor(given)
        && isPoor(family)
        && crossed(left.givenName(), right.familyName())
        && crossed(left.familyName(), right.givenName())) {
      given = SWAPPED;
      family = SWAPPED;
    }
    return put(MatchField.GIVEN_NAME, given) | put(MatchField.FAMILY_NAME, family);
  }

  private static long addresses(Profile left, Profile right) {
    long best = address(Profile.NO_ADDRESS, Profile.NO_ADDRESS);
    int most = Integer.MIN_VALUE;
    for (Profile.Address one : left.addresses()) {
      for (Profile.Address other : right.addresses()) {
        long compared = address(one, other);
        int score = score(compared);
        if (score > most) {
          most = score;
          best = compared;
        }
      }
    }
    return best;
  }

  private static long address(Profile.Address left, Profile.Address right) {
    Level street = Likeness.texts(left.street(), right.street());
    Level addition = Likeness.texts(left.addition(), right.addition());
    if (isPoor(street)
        && isPoor(addition)
        && crossed(left.street(), right.addition())
        && crossed(left.addition(), right.street())) {
      street = SWAPPED;
      addition = SWAPPED;
    }
    return put(MatchField.HOUSE_NUMBER, Likeness.codes(left.houseNumber(), right.houseNumber()))
        | put(MatchField.STREET, street)
        | put(MatchField.ADDRESS_ADDITION, addition)
        | put(MatchField.LOCALITY, Likeness.texts(left.locality(), right.locality()))
        | put(MatchField.POSTAL_CODE, Likeness.codes(left.postalCode(), right.postalCode()))
        | put(MatchField.REGION, Likeness.codes(left.region(), right.region()));
  }

  /// How much of an address agrees: which of several addresses are compared in the end.
  private static int score(long address) {
    int score = 0;
    for (MatchField field :
        List.of(
            MatchField.HOUSE_NUMBER,
            MatchField.STREET,
            MatchField.LOCALITY,
            MatchField.POSTAL_CODE)) {
      score +=
          switch (level(address, field)) {
            case EXACT -> 4;
            case SWAPPED, CLOSE -> 3;
            case SIMILAR -> 2;
            case MISSING -> 1;
            case DIFFERENT -> 0;
          };
    }
    return score;
  }

  private static boolean isPoor(Level level) {
    return level == DIFFERENT || level == MISSING;
  }

  private static boolean crossed(String one, String other) {
    return !one.isEmpty() && (one.equals(other) || Likeness.slip(one, other));
  }

  // Of two addresses at one provider only the part before the @ can be mistyped; the provider is
  // no evidence.
  private static Level emails(String left, String right) {
    return left.equals(right) ? EXACT : Likeness.slip(left, right) ? CLOSE : DIFFERENT;
  }

  private static Level identifiers(List<String> left, List<String> right) {
    Level best = MISSING;
    for (String one : left) {
      String scheme = one.substring(0, one.indexOf(':') + 1);
      for (String other : right) {
        if (other.startsWith(scheme)) {
          Level level = Likeness.codes(one, other);
          best = level.compareTo(best) < 0 ? level : best;
        }
      }
    }
    return best;
  }

  private static Level best(
      List<String> left, List<String> right, BiFunction<String, String, Level> compare) {
    Level best = MISSING;
    for (String one : left) {
      for (String other : right) {
        Level level = compare.apply(one, other);
        best = level.compareTo(best) < 0 ? level : best;
      }
    }
    return best;
  }
}
