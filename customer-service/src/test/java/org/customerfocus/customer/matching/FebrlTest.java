package org.customerfocus.customer.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Recall and precision on labelled people, without their national id. The threshold is
/// [Judgement#REVIEW], even odds, for both sets: it was chosen before either was looked at.
class FebrlTest {

  @Test
  void findsTheDuplicatesOfFebrl2() throws IOException {
    assertThat(f1(Febrl.read("febrl-2.csv"))).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void findsTheDuplicatesOfFebrl3() throws IOException {
    assertThat(f1(Febrl.read("febrl-3.csv"))).isGreaterThanOrEqualTo(0.985);
  }

  @Test
  void learnsTheSameFromTheSameRegister() throws IOException {
    List<Profile> people = Febrl.read("febrl-2.csv").people();
    Model one = new Register(people).train(1);
    Model other = new Register(people).train(1);

    assertThat(one.share()).isEqualTo(other.share());
    assertThat(one.probability(people.get(0), people.get(1)))
        .isEqualTo(other.probability(people.get(0), people.get(1)));
  }

  private static double f1(Febrl febrl) {
    Register register = new Register(febrl.people());
    List<Register.Found> found = register.duplicates(register.train(1));
    double right = found.stream().filter(pair -> febrl.same(pair.left(), pair.right())).count();
    double precision = right / found.size();
    double recall = right / febrl.pairs();
    return 2 * precision * recall / (precision + recall);
  }
}
