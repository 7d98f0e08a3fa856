package org.customerfocus.survey.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CrossingTest {

  private static final int VERTICES = 9;

  /// Small graphs whose cuts can all be looked at.
  @Test
  void fewAreToldOfWhereSomeCutHasFew() {
    Random random = new Random(11);
    int few = 0;
    int tries = Math.clamp(Integer.getInteger("property.tries", 100) * 20, 1_000, 20_000);
    for (int i = 0; i < tries; i++) {
      long[][] people = new long[VERTICES][VERTICES];
      Crossing crossing = new Crossing(VERTICES, 40);
      for (int edge = random.nextInt(4, 41); edge > 0; edge--) {
        int one = random.nextInt(4);
        int other = 4 + random.nextInt(VERTICES - 4);
        int count = random.nextInt(1, 4);
        people[one][other] += count;
        crossing.add(one, other, count);
      }
      int threshold = random.nextInt(2, 14);

      boolean expected = hasCutOfFewerThan(threshold, people);

      assertThat(crossing.tellsOfFewerThan(threshold)).isEqualTo(expected);
      few += expected ? 1 : 0;
    }
    assertThat(few).isBetween(tries / 10, tries * 9 / 10);
  }

  private static boolean hasCutOfFewerThan(int threshold, long[][] people) {
    for (int side = 1; side < 1 << (VERTICES - 1); side++) {
      long cut = 0;
      for (int one = 0; one < VERTICES; one++) {
        for (int other = 0; other < VERTICES; other++) {
          cut += (side >> one & 1) == (side >> other & 1) ? 0 : people[one][other];
        }
      }
      if (cut > 0 && cut < threshold) {
        return true;
      }
    }
    return false;
  }
}
