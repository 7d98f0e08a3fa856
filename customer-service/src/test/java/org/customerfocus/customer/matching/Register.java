package org.customerfocus.customer.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;

/// A register in memory: what a scan does in a database, with the same blocks in the same order.
final class Register {

  record Found(UUID left, UUID right, double probability) {}

  private final Map<Long, List<Block.Member>> blocks = new TreeMap<>(Long::compareUnsigned);
  private final Set<Long> large = new HashSet<>();
  private final Training training = new Training();

  Register(List<Profile> profiles) {
    for (Profile profile : profiles) {
      training.show(profile);
      Block.Member member = Block.Member.of(profile);
      for (long key : member.keys()) {
        blocks.computeIfAbsent(key, absent -> new ArrayList<>()).add(member);
      }
    }
    blocks.values().removeIf(members -> members.size() < 2);
    blocks.forEach(
        (key, members) -> {
          if (members.size() > Block.WHOLE) {
            large.add(key);
          }
        });
  }

  Model train(double fraction) {
    blocks.forEach(
        (key, members) -> {
          if ((key & 0xFFFF) < fraction * 0x10000) {
            training.show(new Block(key, members), large::contains);
          }
        });
    return training.model(fraction);
  }

  void pairs(BiConsumer<Profile, Profile> pairs) {
    blocks.forEach((key, members) -> new Block(key, members).pairs(large::contains, pairs));
  }

  /// The pairs that are more likely one party than two.
  List<Found> duplicates(Model model) {
    List<Found> found = new ArrayList<>();
    pairs(
        (left, right) -> {
          double probability = model.probability(left, right);
          if (probability >= Judgement.REVIEW) {
            found.add(new Found(left.id(), right.id(), probability));
          }
        });
    return found;
  }
}
