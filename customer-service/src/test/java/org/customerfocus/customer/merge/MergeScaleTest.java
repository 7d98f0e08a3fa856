package org.customerfocus.customer.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.customerfocus.conventions.testing.Platform;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

/// Merging parties of which there is very much: as many statements as for parties of which there is
/// little, and answers that stay short.
@QuarkusTest
@WithTestResource(Platform.class)
class MergeScaleTest {

  private static final int ROWS = Integer.getInteger("merges.rows", 2_000);

  /// Relationships that become one: each is removed, for which the database asks all tables.
  private static final int CLASHES = ROWS / 20;

  /// What work in the background may add to a count.
  private static final long BESIDE = 40;

  /// As many statements a second are those that only look for work.
  private static final long IDLE = 20;

  private static final int ROUNDS = 4;

  private static final Duration PROMISED = Duration.ofMinutes(1);

  private final Registry registry = new Registry(freshTenant());

  @Inject EntityManagerFactory sessions;

  /// Two records of one provider with the same customers, of whom the second has bought much from a
  /// third one.
  private record World(String survivor, String merged, String relationship) {}

  private record Told(Response answer, long statements, Duration took) {}

  /// What a round of showing, merging and undoing took.
  private record Round(Told shown, Told merged, Told undone) {}

  @Test
  void takesAsManyStatementsForManyRowsAsForFew() throws SQLException {
    World little = world(10, 10);
    World much = world(ROWS, CLASHES);
    // What is read once a process, such as the schema, is read by the first.
    registry.merge(little.survivor(), little.merged(), true);
    Told few = counted(() -> registry.merge(little.survivor(), little.merged(), false));
    Told fewBack = counted(() -> registry.undo(few.answer().path("id")));
    var before = registry.digest();

    List<Round> rounds = new ArrayList<>();
    do {
      Told shown = counted(() -> registry.merge(much.survivor(), much.merged(), true));
      assertThat(shown.answer().statusCode()).as(shown.answer().asString()).isEqualTo(200);
      assertThat(registry.digest()).isEqualTo(before);
      Told merged = counted(() -> registry.merge(much.survivor(), much.merged(), false));
      Told undone = counted(() -> registry.undo(merged.answer().path("id")));
      assertThat(undone.answer().statusCode()).as(undone.answer().asString()).isEqualTo(200);
      assertThat(registry.digest()).isEqualTo(before);
      rounds.add(new Round(shown, merged, undone));
    } while (rounds.size() < ROUNDS && !asFew(rounds, few, fewBack));

    Told shown = rounds.getLast().shown();
    Told merged = rounds.getLast().merged();
    Told undone = rounds.getLast().undone();
    report("dry run", shown);
    report("merge", merged);
    report("undo", undone);
    for (Response each : List.of(shown.answer(), merged.answer())) {
      assertThat(each.<List<?>>path("resolved").size()).isLessThanOrEqualTo(800);
      assertThat(each.<List<Integer>>path("resolvedCounts.count")).contains(CLASHES + 1);
      assertThat(each.<Integer>path("moved.find { it.resource == 'interaction' }.count"))
          .isEqualTo(ROWS);
      assertThat(each.<Integer>path("moved.find { it.resource == 'purchase' }.count"))
          .isEqualTo(ROWS);
      assertThat(each.<List<?>>path("moved.find { it.resource == 'purchase' }.ids")).hasSize(200);
      assertThat(each.<List<String>>path("fields.findAll { it.resource == 'customer' }.keptId"))
          .satisfies(kept -> assertThat(kept.stream().distinct()).hasSizeBetween(20, 21));
    }
    assertThat(asFew(rounds, few, fewBack))
        .as(
            "few: %d and %d, much at least: %d, %d and %d",
            few.statements(),
            fewBack.statements(),
            least(rounds, Round::shown),
            least(rounds, Round::merged),
            least(rounds, Round::undone))
        .isTrue();
    assertThat(List.of(shown.took(), merged.took(), undone.took()))
        .allSatisfy(took -> assertThat(took).isLessThan(PROMISED));
  }

  /// Whether each was seen to take as many statements as for little in some round. What the process
  /// does in the background is counted with it and only ever adds.
  private static boolean asFew(List<Round> rounds, Told few, Told fewBack) {
    return least(rounds, Round::merged) < few.statements() + BESIDE
        && least(rounds, Round::shown) < few.statements() + BESIDE
        && least(rounds, Round::undone) < fewBack.statements() + BESIDE;
  }

  private static long least(List<Round> rounds, Function<Round, Told> which) {
    return rounds.stream().map(which).mapToLong(Told::statements).min().orElseThrow();
  }

  private World world(int rows, int clashes) throws SQLException {
    String survivor = registry.organization("One %d".formatted(rows));
    String merged = registry.organization("Two %d".formatted(rows));
    String shop = registry.organization("Shop %d".formatted(rows));
    registry.customer(survivor, shop, "payer");
    String relationship = registry.customer(merged, shop, "payer");
    String name = "Customer of %d no ".formatted(rows);
    registry.write(
        """
        INSERT INTO party (tenant_id, id, version, created_at, updated_at, kind, name, given_name)
        SELECT ?, uuidv7(), 0, now(), now(), 'person', '%1$s' || i, '%1$s' || i
        FROM generate_series(1, %2$d) i"""
            .formatted(name, clashes));
    for (String provider : List.of(survivor, merged)) {
      registry.write(
          """
          WITH c AS (
            INSERT INTO customer (tenant_id, id, version, created_at, updated_at, party_id,
                                  provider_party_id, lifecycle)
            SELECT tenant_id, uuidv7(), 0, now(), now(), id, '%s', 'current' FROM party
            WHERE tenant_id = ? AND starts_with(name, '%s')
            RETURNING tenant_id, id
          ), r AS (
            INSERT INTO customer_role (tenant_id, id, customer_id, type, place)
            SELECT tenant_id, uuidv7(), id, 'end-user', 0 FROM c
          )
          INSERT INTO customer_lifecycle (tenant_id, id, customer_id, lifecycle, recorded_at)
          SELECT tenant_id, uuidv7(), id, 'current', now() FROM c"""
              .formatted(provider, name));
    }
    registry.write(
        """
        INSERT INTO interaction (tenant_id, id, version, created_at, updated_at, customer_id,
                                 channel, direction, started_at, content_digest)
        SELECT ?, uuidv7(), 0, now(), now(), '%s', 'phone', 'inbound',
               now() - i * interval '1 minute', '\\x00'
        FROM generate_series(1, %d) i"""
            .formatted(relationship, rows));
    registry.write(
        """
        INSERT INTO purchase (tenant_id, id, version, created_at, updated_at, customer_id,
                              purchased_at, content_digest)
        SELECT ?, uuidv7(), 0, now(), now(), '%s', now() - i * interval '1 minute', '\\x00'
        FROM generate_series(1, %d) i"""
            .formatted(relationship, rows));
    return new World(survivor, merged, relationship);
  }

  private Told counted(Supplier<Response> request) {
    Statistics statistics = sessions.unwrap(SessionFactory.class).getStatistics();
    statistics.setStatisticsEnabled(true);
    awaitIdle(statistics);
    statistics.clear();
    Instant begun = Instant.now();
    Response answer = request.get();
    Duration took = Duration.between(begun, Instant.now());
    long statements = statistics.getPrepareStatementCount();
    statistics.setStatisticsEnabled(false);
    return new Told(answer, statements, took);
  }

  /// Waits for the work in the background, such as that on what was written just before.
  private static void awaitIdle(Statistics statistics) {
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(1100))
        .until(
            () -> {
              long since = statistics.getPrepareStatementCount();
              statistics.clear();
              return since < IDLE;
            });
  }

  private static void report(String what, Told told) {
    System.out.printf(
        "%,d rows of each kind: %s %.1f s, %,d statements%n",
        ROWS, what, told.took().toMillis() / 1e3, told.statements());
  }
}
