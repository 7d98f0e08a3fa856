package org.customerfocus.customer.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// Generated people, the same for the same number: names of syllables whose frequencies fall as
/// those of real names do, one in twenty registered twice with the faults that clerks make.
public final class People {

  private static final String[] ONSETS = {
    "b", "br", "d", "f", "g", "h", "j", "k", "kr", "l", "m", "n", "p", "r", "s", "st", "t", "v",
    "w", "z"
  };
  private static final String[] VOWELS = {"a", "e", "i", "o", "u", "aa", "ie", "oe"};
  private static final String[] CODAS = {"", "n", "r", "s", "l", "k", "m", "nd", "rt"};

  private final SplittableRandom random = new SplittableRandom(42);
  private final List<String> given = words(2_000, 2);
  private final List<String> family = words(30_000, 3);
  private final List<String> streets = words(20_000, 3);
  private final List<String> places = words(3_000, 2);

  /// @param duplicates of how many of them there is a second record
  public record Generated(List<Profile> people, int duplicates) {}

  public Generated people(int count) {
    List<Profile> people = new ArrayList<>(count);
    int duplicates = 0;
    while (people.size() < count) {
      Profile person = person(people.size());
      people.add(person);
      if (random.nextInt(20) == 0 && people.size() < count) {
        people.add(faulty(person, people.size()));
        duplicates++;
      }
    }
    return new Generated(people, duplicates);
  }

  private Profile person(int number) {
    int place = skewed(places.size());
    String first = given.get(skewed(given.size()));
    String last = family.get(skewed(family.size()));
    String birthDate =
        "%04d%02d%02d"
            .formatted(1940 + random.nextInt(66), 1 + random.nextInt(12), 1 + random.nextInt(28));
    Profile.Address home =
        new Profile.Address(
            String.valueOf(1 + random.nextInt(200)),
            streets.get(random.nextInt(streets.size())),
            "",
            places.get(place),
            "%04d%c".formatted(1000 + place, 'a' + random.nextInt(26)),
            "r" + place % 12);
    return new Profile(
        new UUID(3, number),
        true,
        first,
        last,
        "",
        random.nextInt(10) == 0 ? "" : birthDate,
        List.of(home),
        random.nextBoolean() ? List.of(first + "." + last + number + "@example.org") : List.of(),
        List.of(),
        List.of());
  }

  private Profile faulty(Profile p, int number) {
    Profile.Address home = p.address();
    return new Profile(
        new UUID(3, number),
        true,
        random.nextInt(3) == 0 ? slip(p.givenName()) : p.givenName(),
        random.nextInt(3) == 0 ? slip(p.familyName()) : p.familyName(),
        "",
        random.nextInt(8) == 0 ? "" : p.birthDate(),
        random.nextInt(6) == 0
            ? List.of()
            : List.of(
                new Profile.Address(
                    home.houseNumber(),
                    random.nextInt(3) == 0 ? slip(home.street()) : home.street(),
                    "",
                    home.locality(),
                    home.postalCode(),
                    home.region())),
        random.nextInt(3) == 0 ? List.of() : p.emails(),
        List.of(),
        List.of());
  }

  private String slip(String text) {
    int at = random.nextInt(text.length() - 1);
    return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
  }

  private int skewed(int size) {
    return (int) (Math.pow(random.nextDouble(), 2.5) * size);
  }

  private List<String> words(int count, int syllables) {
    List<String> words = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      StringBuilder word = new StringBuilder();
      for (int s = 0; s < syllables; s++) {
        word.append(ONSETS[random.nextInt(ONSETS.length)]).append(VOWELS[random.nextInt(8)]);
      }
      words.add(word.append(CODAS[random.nextInt(CODAS.length)]).toString());
    }
    return words;
  }
}
