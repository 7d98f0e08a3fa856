package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.customerfocus.local.Demo;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the platform takes from the machine it runs on, the demo loaded. The first class to run, so
/// that nothing but the demo was done yet; what it takes after all tests is printed as well.
@ExtendWith(Running.class)
@Order(1)
class FootprintTest {

  /// More than the 1.2 GiB that are wanted: since agreements are measured the processes keep some
  /// 1,250 MiB. This bound keeps it from growing further until that is brought down again.
  private static final long MOST_MEBIBYTES = 1400;

  @Test
  void isHealthySoon() {
    double seconds = Running.timeToHealthy().toMillis() / 1000.0;
    System.out.printf(Locale.ROOT, "Healthy after %.1f s%n", seconds);
    assertThat(Running.timeToHealthy()).isLessThan(Duration.ofSeconds(60));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void fitsASmallMachine() throws IOException {
    String key = Tenant.fresh().admin().credential();
    Demo.load(Running.platform().baseUrl(), key, Imports.DEMO);
    // The processes hand back what loading took every ten seconds.
    Footprint footprint =
        await()
            .atMost(Duration.ofMinutes(1))
            .pollInterval(Duration.ofSeconds(5))
            .until(() -> Footprint.of(Running.platform()), each -> each.total() < MOST_MEBIBYTES);
    System.out.println("Resident memory with the demo: " + footprint);
  }
}
