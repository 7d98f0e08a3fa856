package org.customerfocus.customer.duplicate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.customerfocus.customer.matching.Judgement;
import org.customerfocus.customer.matching.Model;
import org.customerfocus.customer.matching.Profile;
import org.jspecify.annotations.Nullable;

/// A pair that is worth a look.
record Found(
    UUID left,
    UUID right,
    double probability,
    double weight,
    CertaintyBand certainty,
    List<ComparedField> fields,
    String leftDigest,
    String rightDigest) {

  /// @return null where two parties are more likely than one
  static @Nullable Found of(Model model, Profile one, Profile other) {
    if (one.person() != other.person() || model.probability(one, other) < Judgement.REVIEW) {
      return null;
    }
    // As the database orders them, which compares the bytes.
    boolean inOrder = one.id().toString().compareTo(other.id().toString()) < 0;
    Profile left = inOrder ? one : other;
    Profile right = inOrder ? other : one;
    Judgement judgement = model.judge(left, right);
    return new Found(
        left.id(),
        right.id(),
        judgement.probability(),
        judgement.weight(),
        CertaintyBand.of(judgement.certainty()),
        judgement.fields().stream().map(ComparedField::of).toList(),
        digest(left),
        digest(right));
  }

  private static String digest(Profile profile) {
    return UUID.nameUUIDFromBytes(ProfileText.write(profile).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
