package org.customerfocus.customer.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.customer.matching.People;
import org.customerfocus.customer.matching.Profile;
import org.junit.jupiter.api.Test;

/// A scan of many people who have just been loaded, one in twenty of them registered twice.
/// `-Dduplicates.people=100000` scans as many as are promised in a minute; beside it the join that
/// a database offers by itself.
@QuarkusTest
@WithTestResource(Platform.class)
class ScanScaleTest {

  private static final int PEOPLE = Integer.getInteger("duplicates.people", 2_000);
  private static final Duration PROMISED = Duration.ofMinutes(1);

  private final String tenant = freshTenant();

  private record Pair(UUID left, UUID right) {
    boolean isOnePerson() {
      // Who is registered twice has the number after the first.
      return Math.abs(left.getLeastSignificantBits() - right.getLeastSignificantBits()) == 1;
    }
  }

  @Test
  void scansWithinAMinute() throws SQLException {
    People.Generated generated = new People().people(PEOPLE);
    try (Connection owner = Platform.connect("owner")) {
      load(owner, generated.people());
      Instant begun = Instant.now();
      Response scan = scanned();
      Duration took = Duration.between(begun, Instant.now());
      Set<Pair> found =
          pairs(owner, "SELECT left_party_id, right_party_id FROM duplicate WHERE tenant_id = ?");
      begun = Instant.now();
      Set<Pair> joined =
          pairs(
              owner,
              """
              SELECT a.id, b.id FROM party a JOIN party b USING (tenant_id, given_name, family_name)
              WHERE tenant_id = ? AND a.id < b.id AND a.birth_date = b.birth_date""");
      Duration join = Duration.between(begun, Instant.now());
      report("scan", took, found, generated.duplicates());
      report("exact join", join, joined, generated.duplicates());

      assertThat(scan.<Integer>path("partyCount")).isEqualTo(PEOPLE);
      assertThat(right(found)).isGreaterThan(generated.duplicates() * 9L / 10);
      assertThat(right(found)).isGreaterThan(right(joined));
      assertThat(took).isLessThan(PROMISED);
    }
  }

  private Response scanned() {
    String at = as(tenant, "customers:write").post("/v1/duplicate-scans").header("Location");
    Response scan =
        await()
            .atMost(PROMISED.multipliedBy(3))
            .until(
                () -> as(tenant, "customers:read").get(at),
                each -> List.of("completed", "failed").contains(each.<String>path("status")));
    assertThat(scan.<String>path("status")).isEqualTo("completed");
    return scan;
  }

  private static void report(String what, Duration took, Set<Pair> found, int duplicates) {
    System.out.printf(
        "duplicates among %,d people: %s %.1f s, %,d of %,d that are registered twice, %,d others%n",
        PEOPLE, what, took.toMillis() / 1e3, right(found), duplicates, found.size() - right(found));
  }

  private static long right(Set<Pair> pairs) {
    return pairs.stream().filter(Pair::isOnePerson).count();
  }

  private Set<Pair> pairs(Connection owner, String query) throws SQLException {
    Set<Pair> pairs = new HashSet<>();
    try (PreparedStatement select = owner.prepareStatement(query)) {
      select.setString(1, tenant);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          pairs.add(new Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        }
      }
    }
    return pairs;
  }

  private void load(Connection owner, List<Profile> people) throws SQLException {
    try (PreparedStatement party =
            owner.prepareStatement(
                """
                INSERT INTO party (tenant_id, id, version, created_at, updated_at, kind, name,
                                   given_name, family_name, birth_date)
                VALUES (?, ?, 0, now(), now(), 'person', ?, ?, ?, cast(nullif(?, '') AS date))""");
        PreparedStatement address =
            owner.prepareStatement(
                """
                INSERT INTO postal_address (tenant_id, id, party_id, lines, postal_code, locality,
                                            place)
                VALUES (?, uuidv7(), ?, ARRAY[?], ?, ?, 0)""");
        PreparedStatement email =
            owner.prepareStatement(
                """
                INSERT INTO contact_point (tenant_id, id, party_id, type, value, place)
                VALUES (?, uuidv7(), ?, 'email', ?, 0)""")) {
      owner.setAutoCommit(false);
      for (Profile each : people) {
        String name = each.givenName() + " " + each.familyName();
        add(party, each.id(), name, each.givenName(), each.familyName(), each.birthDate());
        for (Profile.Address home : each.addresses()) {
          String line = home.street() + " " + home.houseNumber();
          add(address, each.id(), line, home.postalCode(), home.locality());
        }
        for (String value : each.emails()) {
          add(email, each.id(), value);
        }
      }
      party.executeBatch();
      address.executeBatch();
      email.executeBatch();
      owner.commit();
      owner.setAutoCommit(true);
    }
  }

  private void add(PreparedStatement to, UUID party, String... values) throws SQLException {
    to.setString(1, tenant);
    to.setObject(2, party);
    for (int i = 0; i < values.length; i++) {
      to.setString(i + 3, values[i]);
    }
    to.addBatch();
  }
}
