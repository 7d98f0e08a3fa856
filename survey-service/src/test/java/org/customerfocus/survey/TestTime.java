package org.customerfocus.survey;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.customerfocus.conventions.testing.TestClock;

/// The tests' own clock, which they can stop.
class TestTime {

  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  InstantSource clock() {
    return new TestClock();
  }
}
