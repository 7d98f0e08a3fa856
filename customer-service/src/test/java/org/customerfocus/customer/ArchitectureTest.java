package org.customerfocus.customer;

import org.customerfocus.conventions.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void codeKeepsTheHouseRules() {
    HouseRules.check("org.customerfocus.customer", "..matching..", "..statistics..");
  }
}
