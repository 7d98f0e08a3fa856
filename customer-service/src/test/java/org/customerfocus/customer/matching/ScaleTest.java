package org.customerfocus.customer.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Comparing many: the work grows with the register, not with its square.
class ScaleTest {

  @Test
  void comparesBoundedlyManyAndFindsMost() {
    int count = 20_000;
    People.Generated generated = new People().people(count);
    Register register = new Register(generated.people());
    long[] compared = {0};
    register.pairs((left, right) -> compared[0]++);

    List<Register.Found> found = register.duplicates(register.train(0.25));

    // The generator puts the second record of a person right after the first.
    long right =
        found.stream()
            .filter(pair -> Math.abs(number(pair.left()) - number(pair.right())) == 1)
            .count();
    assertThat(compared[0]).isLessThan(20L * count);
    assertThat(right).isGreaterThan(generated.duplicates() * 95L / 100);
    assertThat(found).hasSizeLessThan(generated.duplicates() * 102 / 100);
  }

  @Test
  void comparesNeighboursOfALargeBlockOnly() {
    List<Block.Member> members = new ArrayList<>();
    Profile one = Someone.person("Jan", "Jansen", "19580203", null, "");
    Block.Member shared = Block.Member.of(one);
    for (int i = 0; i < 1_000; i++) {
      members.add(
          new Block.Member(
              Someone.person("Jan", "Jansen" + i, "19580203", null, ""), shared.keys()));
    }
    long[] compared = {0};
    new Block(shared.keys()[0], members).pairs(key -> false, (left, right) -> compared[0]++);

    assertThat(compared[0])
        .isEqualTo(1_000L * Block.WINDOW - Block.WINDOW * (Block.WINDOW + 1) / 2);
  }

  private static long number(UUID id) {
    return id.getLeastSignificantBits();
  }
}
