package org.customerfocus.conventions.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// The clock of everything that is recorded. It ticks in microseconds, which is what PostgreSQL
/// keeps, so that what is answered equals what is read back.
class TimeSource {

  @Produces
  @Singleton
  @DefaultBean
  InstantSource clock() {
    return () -> InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
  }
}
