package org.customerfocus.customer.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongPredicate;

/// The parties that share one key.
///
/// @param members in any order
public record Block(long key, List<Member> members) {

  /// A block of at most so many is compared whole; a larger one by its sorted neighbourhood.
  public static final int WHOLE = 60;

  /// In a sorted neighbourhood, how many of those that follow each is compared with.
  static final int WINDOW = 12;

  private static final Comparator<Member> ORDER =
      Comparator.comparing((Member m) -> m.profile().familyName())
          .thenComparing(m -> m.profile().organizationName())
          .thenComparing(m -> m.profile().givenName())
          .thenComparing(m -> m.profile().birthDate())
          .thenComparing(m -> m.profile().id());

  /// A party with all its keys, ascending.
  public record Member(Profile profile, long[] keys) {

    public static Member of(Profile profile) {
      return new Member(profile, BlockingPass.keys(profile));
    }
  }

  /// Whether the block is too large to be compared whole.
  public boolean isLarge() {
    return members.size() > WHOLE;
  }

  /// The pairs of the block that no block of a smaller key has had. Of a large block, which is one
  /// whose value says little, only neighbours by name are: at most [#WINDOW] a member.
  ///
  /// @param large whether the block of a smaller key is a large one, so that it may not have had
  ///   the pair
  public void pairs(LongPredicate large, BiConsumer<Profile, Profile> pairs) {
    List<Member> ordered = new ArrayList<>(members);
    ordered.sort(ORDER);
    int reach = isLarge() ? WINDOW : ordered.size();
    for (int i = 0; i < ordered.size(); i++) {
      Member one = ordered.get(i);
      for (int j = i + 1; j < Math.min(ordered.size(), i + 1 + reach); j++) {
        Member other = ordered.get(j);
        if (first(one.keys(), other.keys(), large) == key) {
          pairs.accept(one.profile(), other.profile());
        }
      }
    }
  }

  /// The smallest key that both have and whose block is compared whole; this block's where there is
  /// none before it.
  private long first(long[] one, long[] other, LongPredicate large) {
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length && one[i] < key && other[j] < key) {
      if (one[i] == other[j]) {
        if (!large.test(one[i])) {
          return one[i];
        }
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return key;
  }
}
