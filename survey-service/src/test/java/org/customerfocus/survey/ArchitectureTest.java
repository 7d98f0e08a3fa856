package org.customerfocus.survey;

import org.customerfocus.conventions.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void codeKeepsTheHouseRules() {
    HouseRules.check("org.customerfocus.survey", "..statistics..", "..sampling..", "..text..");
  }
}
