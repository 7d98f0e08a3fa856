package org.customerfocus.survey.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.customerfocus.survey.listening.CoverageRepository.Heard;
import org.junit.jupiter.api.Test;

/// Who was heard among many. `-Dcoverage.customers=20000` makes it the measurement of how long it
/// takes.
@QuarkusTest
@WithTestResource(Platform.class)
class CoverageRepositoryTest {

  private static final int CUSTOMERS = Integer.getInteger("coverage.customers", 2_000);
  private static final int RECORDS = CUSTOMERS * 5 / 2;
  private static final int AT_ONCE = CUSTOMERS / 20;
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-02-01T00:00:00Z");

  private final String tenant = freshTenant();

  @Inject CoverageRepository repository;
  @Inject EntityManager entities;
  @Inject TenantWork work;

  @Test
  void eachOfManyIsReadOnce() throws SQLException {
    String version = Given.version(tenant, Given.survey(tenant, Given.SURVEY));
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      for (String insert : RECORDED.split(";\n")) {
        statement.execute(
            insert
                .replace(":tenant", "'" + tenant + "'")
                .replace(":version", "'" + version + "'")
                .replace(":customers", "" + CUSTOMERS)
                .replace(":records", "" + RECORDS));
      }
    }
    List<Heard> found = new ArrayList<>();
    UUID after = new UUID(0, 0);
    long began = System.nanoTime();
    while (true) {
      List<Heard> some = heard(after);
      if (some.isEmpty()) {
        break;
      }
      found.addAll(some);
      assertThat(some.stream().map(Heard::customerId).distinct().count())
          .isLessThanOrEqualTo(AT_ONCE);
      after = some.getLast().customerId();
    }
    System.out.printf(
        "%,d records of %,d customers: %.3f s%n",
        RECORDS, CUSTOMERS, (System.nanoTime() - began) / 1e9);

    assertThat(found.stream().map(Heard::customerId).distinct()).hasSize(CUSTOMERS);
    assertThat(found.stream().mapToLong(Heard::items).sum()).isEqualTo(RECORDS);
    assertThat(found.stream().filter(each -> each.source() == MethodSource.FEEDBACK))
        .hasSizeGreaterThan(CUSTOMERS / 5);
    assertThat(rowsRead()).isLessThan(RECORDS / 5);
  }

  private List<Heard> heard(UUID after) {
    return work.call(
        Caller.system("test", tenant, false), () -> repository.heard(FROM, TO, after, AT_ONCE));
  }

  /// How many rows of responses and feedback are read for the first customers.
  private long rowsRead() {
    String plan =
        work.call(
            Caller.system("test", tenant, false),
            () ->
                entities
                    .createNativeQuery(
                        "EXPLAIN (ANALYZE, FORMAT JSON) " + CoverageRepository.HEARD, String.class)
                    .setParameter("from", FROM)
                    .setParameter("to", TO)
                    .setParameter("after", new UUID(0, 0))
                    .setParameter("customers", AT_ONCE)
                    .getSingleResult()
                    .toString());
    return rowsRead(Json.parse(plan).at("/0/Plan"));
  }

  private static long rowsRead(JsonNode node) {
    long rows =
        node.has("Relation Name")
            ? (node.get("Actual Rows").asLong()
                    + node.path("Rows Removed by Filter").asLong()
                    + node.path("Rows Removed by Index Recheck").asLong())
                * node.get("Actual Loops").asLong()
            : 0;
    for (JsonNode child : node.path("Plans")) {
      rows += rowsRead(child);
    }
    return rows;
  }

  private static final String RECORDED =
      """
      INSERT INTO response (tenant_id, id, survey_id, survey_version_id, responded_at, recorded_at,
        customer_id, channel)
      SELECT :tenant, uuidv7(), v.survey_id, v.id, timestamptz '2026-01-10 10:00Z', now(),
        md5('customer' || i % :customers)::uuid, 'web'
      FROM generate_series(1, :records) i, survey_version v
      WHERE i % 3 > 0 AND v.tenant_id = :tenant AND v.id = :version;
      INSERT INTO feedback (tenant_id, id, version, created_at, updated_at, form, voice, channel,
        received_at, customer_id, attributes)
      SELECT :tenant, uuidv7(), 0, now(), now(), 'complaint', 'spoken', 'telephone',
        timestamptz '2026-01-10 10:00Z', md5('customer' || i % :customers)::uuid, '{}'
      FROM generate_series(1, :records) i WHERE i % 3 = 0;
      VACUUM ANALYZE response;
      VACUUM ANALYZE feedback""";
}
