package org.customerfocus.conventions.tenancy;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/// Identifiers: UUID version 7, whose order is the order of creation.
public final class Ids {

  private static final TimeBasedEpochRandomGenerator GENERATOR =
      Generators.timeBasedEpochRandomGenerator();

  private Ids() {}

  public static UUID next() {
    return GENERATOR.generate();
  }
}
