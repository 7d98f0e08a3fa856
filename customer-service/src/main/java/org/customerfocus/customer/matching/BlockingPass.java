package org.customerfocus.customer.matching;

import static org.customerfocus.customer.matching.MatchField.ADDRESS_ADDITION;
import static org.customerfocus.customer.matching.MatchField.BIRTH_DATE;
import static org.customerfocus.customer.matching.MatchField.EMAIL;
import static org.customerfocus.customer.matching.MatchField.FAMILY_NAME;
import static org.customerfocus.customer.matching.MatchField.GIVEN_NAME;
import static org.customerfocus.customer.matching.MatchField.HOUSE_NUMBER;
import static org.customerfocus.customer.matching.MatchField.IDENTIFIER;
import static org.customerfocus.customer.matching.MatchField.ORGANIZATION_NAME;
import static org.customerfocus.customer.matching.MatchField.PHONE;
import static org.customerfocus.customer.matching.MatchField.POSTAL_CODE;
import static org.customerfocus.customer.matching.MatchField.STREET;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The ways in which two records of one party are brought together: only parties that share a key
/// in one of the passes are compared. Each pass survives faults in the fields that it does not use.
// The collections are never written to once the constants are made.
@SuppressWarnings("ImmutableEnumChecker")
public enum BlockingPass {
  FAMILY_SOUND_AND_YEAR(
      Set.of(FAMILY_NAME, BIRTH_DATE), p -> both(sound(p.familyName()), part(p.birthDate(), 0, 4))),
  SWAPPED_SOUND_AND_YEAR(
      Set.of(GIVEN_NAME, BIRTH_DATE), p -> both(sound(p.givenName()), part(p.birthDate(), 0, 4))),
  BIRTH_DATE_WHOLE(Set.of(BIRTH_DATE), p -> one(part(p.birthDate(), 0, 8))),
  NAME_SOUNDS(Set.of(GIVEN_NAME, FAMILY_NAME), BlockingPass::sounds),
  POSTAL_CODE_AND_GIVEN(Set.of(POSTAL_CODE, GIVEN_NAME), p -> postal(p, sound(p.givenName()))),
  POSTAL_CODE_AND_FAMILY(Set.of(POSTAL_CODE, FAMILY_NAME), p -> postal(p, sound(p.familyName()))),
  STREET_AND_NUMBER(Set.of(STREET, ADDRESS_ADDITION, HOUSE_NUMBER), BlockingPass::streets),
  POSTAL_CODE_AND_DAY(Set.of(POSTAL_CODE, BIRTH_DATE), p -> postal(p, part(p.birthDate(), 4, 8))),
  EMAIL_WHOLE(Set.of(EMAIL), Profile::emails),
  PHONE_WHOLE(Set.of(PHONE), Profile::phones),
  IDENTIFIER_WHOLE(Set.of(IDENTIFIER), Profile::identifiers),
  ORGANIZATION_SOUND(Set.of(ORGANIZATION_NAME), p -> one(part(sound(p.organizationName()), 0, 4))),
  ORGANIZATION_LETTERS(
      Set.of(ORGANIZATION_NAME), p -> one(part(letters(p.organizationName()), 0, 5))),
  ORGANIZATION_POSTAL_CODE(
      Set.of(POSTAL_CODE, ORGANIZATION_NAME), p -> postal(p, part(p.organizationName(), 0, 1)));

  private static final int BITS = 4;
  private static final BlockingPass[] ALL = values();

  private final Set<MatchField> uses;
  private final Function<Profile, Collection<String>> values;

  BlockingPass(Set<MatchField> uses, Function<Profile, Collection<String>> values) {
    this.uses = Set.copyOf(uses);
    this.values = values;
  }

  /// Its number in a key. Keys are kept: new passes come last.
  @SuppressWarnings("EnumOrdinal")
  int place() {
    return ordinal();
  }

  /// The fields that agree in this pass because they were chosen to: nothing is learnt of them
  /// here.
  Set<MatchField> uses() {
    return EnumSet.copyOf(uses);
  }

  /// The pass that made a key.
  static BlockingPass of(long key) {
    return ALL[(int) (key >>> (Long.SIZE - BITS))];
  }

  /// All keys of a party, each once, ascending: the pass in the upper bits, a digest of the kind of
  /// party and the value below, so that no value can be read from a key.
  public static long[] keys(Profile profile) {
    List<Long> keys = new ArrayList<>();
    for (BlockingPass pass : ALL) {
      for (String value : pass.values.apply(profile)) {
        if (!value.isEmpty()) {
          keys.add(pass.key(profile.person(), value));
        }
      }
    }
    return keys.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
  }

  // FNV-1a, then the finishing steps of MurmurHash3, so that near values have far keys.
  private long key(boolean person, String value) {
    long hash = person ? 0xcbf29ce484222325L : 0x84222325cbf29ce4L;
    for (int i = 0; i < value.length(); i++) {
      hash = (hash ^ value.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return (long) place() << (Long.SIZE - BITS) | hash >>> BITS;
  }

  private static Collection<String> one(String value) {
    return List.of(value);
  }

  private static Collection<String> both(String one, String other) {
    return one.isEmpty() || other.isEmpty() ? List.of() : List.of(one + " " + other);
  }

  private static Collection<String> postal(Profile profile, String with) {
    return profile.addresses().stream()
        .flatMap(address -> both(address.postalCode(), with).stream())
        .toList();
  }

  // In one order, so that exchanged names meet.
  private static Collection<String> sounds(Profile profile) {
    String given = sound(profile.givenName());
    String family = sound(profile.familyName());
    return given.compareTo(family) < 0 ? both(given, family) : both(family, given);
  }

  private static Collection<String> streets(Profile profile) {
    return profile.addresses().stream()
        .flatMap(
            address ->
                Stream.of(address.street(), address.addition())
                    .flatMap(
                        street ->
                            both(part(letters(street), 0, 5), address.houseNumber()).stream()))
        .toList();
  }

  private static String sound(String text) {
    return text.isEmpty() ? "" : Likeness.sound(text);
  }

  private static String letters(String text) {
    return text.replace(" ", "");
  }

  private static String part(String text, int from, int to) {
    return text.length() <= from ? "" : text.substring(from, Math.min(to, text.length()));
  }
}
