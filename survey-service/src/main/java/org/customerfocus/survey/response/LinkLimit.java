package org.customerfocus.survey.response;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How many responses are begun under one open link, whatever addresses they come from: more than a
/// hall full of kiosks needs, and less than a program that floods it. A bucket of tokens a link,
/// filled at a steady rate, that holds those of two seconds. Each process counts for itself.
@ApplicationScoped
class LinkLimit {

  private static final int BURST_SECONDS = 2;
  private static final double NANOS = 1e9;

  private final double perSecond;
  private final LongSupplier nanos;
  private final LoadingCache<UUID, Bucket> buckets =
      CacheBuilder.newBuilder()
          .maximumSize(100_000)
          .expireAfterAccess(Duration.ofMinutes(5))
          .build(CacheLoader.from(Bucket::new));

  @Inject
  LinkLimit(
      @ConfigProperty(name = "customerfocus.survey.link-limit-per-second", defaultValue = "100")
          double perSecond) {
    this(perSecond, System::nanoTime);
  }

  LinkLimit(double perSecond, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.nanos = nanos;
  }

  /// @throws ProblemException 429 when there are too many under this link
  void take(UUID linkId) {
    if (!buckets.getUnchecked(linkId).take()) {
      throw new ProblemException(
              Problems.TOO_MANY_REQUESTS,
              "Too many responses are begun under this link. Try again in a second.")
          .header("Retry-After", "1")
          .header("RateLimit", "\"link\";r=0;t=1")
          .header(
              "RateLimit-Policy",
              "\"link\";q=%d;w=%d".formatted((int) (perSecond * BURST_SECONDS), BURST_SECONDS));
    }
  }

  private final class Bucket {
    private double tokens = perSecond * BURST_SECONDS;
    private long filledAt = nanos.getAsLong();

    synchronized boolean take() {
      long now = nanos.getAsLong();
      double more = (now - filledAt) / NANOS * perSecond;
      tokens = Math.min(tokens + more, perSecond * BURST_SECONDS);
      filledAt = now;
      if (tokens < 1) {
        return false;
      }
      tokens--;
      return true;
    }
  }
}
