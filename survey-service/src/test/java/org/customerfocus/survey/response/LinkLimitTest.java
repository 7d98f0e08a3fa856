package org.customerfocus.survey.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.customerfocus.conventions.problem.ProblemException;
import org.junit.jupiter.api.Test;

class LinkLimitTest {

  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong now = new AtomicLong();
  private final LinkLimit limit = new LinkLimit(100, now::get);
  private final UUID link = UUID.randomUUID();

  @Test
  void fiftyASecondAreNeverThrottled() {
    for (int i = 0; i < 50 * 600; i++) {
      assertThatCode(() -> limit.take(link)).doesNotThrowAnyException();
      now.addAndGet(SECOND / 50);
    }
  }

  @Test
  void aFloodOnOneLinkIsHeldToTheLimit() {
    int taken = 0;
    for (int i = 0; i < 1000 * 60; i++) {
      taken += take(link) ? 1 : 0;
      now.addAndGet(SECOND / 1000);
    }
    assertThat(taken).isBetween(100 * 60, 100 * 62);
    assertThat(take(UUID.randomUUID())).isTrue();
  }

  private boolean take(UUID id) {
    try {
      limit.take(id);
      return true;
    } catch (ProblemException e) {
      assertThat(e.type().status()).isEqualTo(429);
      assertThat(e.headers()).containsEntry("Retry-After", "1");
      return false;
    }
  }
}
