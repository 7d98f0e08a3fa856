package org.customerfocus.conventions.csv;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class CsvTableTest {

  @Test
  void leavesNothingThatASpreadsheetWouldRun() {
    assertThat(CsvTable.guarded("=1+1")).isEqualTo("'=1+1");
    assertThat(CsvTable.guarded("'=1+1")).isEqualTo("''=1+1");
    assertThat(CsvTable.guarded("'s-Hertogenbosch")).isEqualTo("'s-Hertogenbosch");
  }

  @Property
  void givesBackWhatWasGuarded(@ForAll @Chars({'\'', '=', '+', '-', '@', 'a', '\t'}) String text) {
    assertThat(CsvTable.unguarded(CsvTable.guarded(text))).isEqualTo(text);
  }
}
