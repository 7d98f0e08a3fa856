package org.customerfocus.survey.contactperformance;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.peer.PeerClient;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.survey.accesschannel.Standards;
import org.jspecify.annotations.Nullable;

/// What customer-service knows of interactions, read a page at a time within no transaction: of
/// each page only counts are kept.
@ApplicationScoped
class Interactions {

  private static final int PAGE = 200;

  /// So many are read within a few seconds.
  private static final int MOST = 20_000;

  private final PeerClient peer;

  Interactions(PeerClient peer) {
    this.peer = peer;
  }

  record Page(List<Interaction> items, @Nullable String nextCursor) {}

  record Interaction(
      String channel,
      Instant startedAt,
      @Nullable Instant answeredAt,
      @Nullable Instant resolvedAt) {}

  /// The interactions of one channel.
  static final class OfChannel {
    private final @Nullable Standards standards;
    private long count;
    private final Map<ContactStandard, Kept> kept = new EnumMap<>(ContactStandard.class);

    OfChannel(@Nullable Standards standards) {
      this.standards = standards;
    }

    long count() {
      return count;
    }

    Map<ContactStandard, Kept> kept() {
      return kept;
    }

    private void add(Interaction one, Instant now) {
      count++;
      if (standards != null) {
        add(
            ContactStandard.ANSWER,
            standards.answerWithin(),
            one.startedAt(),
            one.answeredAt(),
            now);
        add(
            ContactStandard.SETTLE,
            standards.resolveWithin(),
            one.startedAt(),
            one.resolvedAt(),
            now);
      }
    }

    private void add(
        ContactStandard standard,
        @Nullable Long within,
        Instant start,
        @Nullable Instant end,
        Instant now) {
      if (within == null || standards == null) {
        return;
      }
      // Looked for from the start on, so that what is long overdue costs no more than its due time.
      Instant late =
          standards.calendar().due(start, Duration.ofSeconds(within).plusNanos(1), List.of());
      boolean exceeded = late != null && !(end == null ? now : end).isBefore(late);
      Kept one = exceeded ? new Kept(0, 1, 0) : end == null ? new Kept(0, 0, 1) : new Kept(1, 0, 0);
      kept.merge(standard, one, Kept::plus);
    }
  }

  /// Those that customers began in a period, by channel; none where customer-service is not there
  /// to be asked by configuration.
  ///
  /// @param standards by channel
  /// @throws ProblemException 422 when there are more than can be looked at, 503 when
  ///   customer-service cannot be asked
  Map<String, OfChannel> in(
      Caller tenant, Instant from, Instant to, Map<String, Standards> standards, Instant now) {
    Map<String, OfChannel> channels = new TreeMap<>();
    if (!peer.configured()) {
      return channels;
    }
    int read = 0;
    String cursor = null;
    do {
      Page page = page(tenant, from, to, cursor);
      for (Interaction each : page.items()) {
        channels
            .computeIfAbsent(each.channel(), code -> new OfChannel(standards.get(code)))
            .add(each, now);
      }
      read += page.items().size();
      cursor = page.nextCursor();
      if (cursor != null && read >= MOST) {
        throw ProblemException.parameter(
            "from",
            "there are more than %d interactions in this period: ask for a shorter one"
                .formatted(MOST));
      }
    } while (cursor != null);
    return channels;
  }

  private Page page(Caller tenant, Instant from, Instant to, @Nullable String cursor) {
    String filter = "direction==inbound;startedAt=ge=%s;startedAt=lt=%s".formatted(from, to);
    String path =
        "/v1/interactions?limit=%d&sort=startedAt&filter=%s%s"
            .formatted(PAGE, encoded(filter), cursor == null ? "" : "&cursor=" + encoded(cursor));
    Caller as =
        new Caller(
            tenant.tenant(),
            "system:contact-performance",
            Set.of("customers:read"),
            null,
            tenant.test());
    try {
      return peer.find(path, as, Page.class).orElseThrow(Interactions::unavailable);
    } catch (IOException e) {
      throw unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  private static ProblemException unavailable() {
    return new ProblemException(
            Problems.UNAVAILABLE, "The interactions cannot be read now. Try again shortly.")
        .header("Retry-After", "2");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
