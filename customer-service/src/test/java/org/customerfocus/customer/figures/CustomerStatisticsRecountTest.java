package org.customerfocus.customer.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.customer.figures.History.Phase;
import org.customerfocus.customer.figures.History.Role;
import org.customerfocus.customer.figures.History.SegmentChange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Random histories, counted again day by day and one by one.
@QuarkusTest
@WithTestResource(Platform.class)
class CustomerStatisticsRecountTest {

  private static final int TRIES = Math.max(3, Integer.getInteger("property.tries", 200) / 50);
  private static final int CUSTOMERS = 20;
  private static final int DAYS = 200;
  private static final String SEGMENT = "01a0b7c4-2f6e-7d11-9a3c-5b8e2f4d6a10";

  private String tenant = "";
  private List<History> histories = List.of();

  @Test
  void everyNumberIsTheOneThatIsCountedByHand() throws SQLException {
    for (int seed = 1; seed <= TRIES; seed++) {
      Random random = new Random(seed);
      LocalDate begin = LocalDate.now(java.time.ZoneOffset.UTC).minusDays(DAYS - 10);
      tenant = freshTenant();
      histories = new ArrayList<>();
      for (int i = 0; i < CUSTOMERS; i++) {
        histories.add(History.random(random, customer(), begin, DAYS));
      }
      write();
      for (String cohortBy : List.of("became-current", "first-purchase")) {
        for (String retainedBy : List.of("lifecycle", "purchase")) {
          check(random, begin, cohortBy, retainedBy, "seed " + seed);
        }
      }
    }
  }

  private void check(
      Random random, LocalDate begin, String cohortBy, String retainedBy, String seed) {
    List<String> zones = List.of("UTC", "Europe/Zurich", "Pacific/Auckland", "America/New_York");
    List<String> units = List.of("week", "month", "quarter");
    ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
    LocalDate from = begin.plusDays(random.nextInt(DAYS / 2));
    String query =
        "?interval=%s&zone=%s&from=%s&to=%s&cohortBy=%s&retainedBy=%s"
            .formatted(
                units.get(random.nextInt(units.size())),
                zone,
                from,
                from.plusDays(1 + random.nextInt(DAYS)),
                cohortBy,
                retainedBy);
    Response answer = as(tenant, "customers:read").get("/v1/customer-statistics" + query);
    assertThat(answer.statusCode()).as(seed + query + answer.asString()).isEqualTo(200);
    JsonPath found = answer.jsonPath();
    List<Window> windows = windows(found, zone);
    for (int i = 0; i < windows.size(); i++) {
      period(found, "periods[%d].".formatted(i), windows.get(i), seed + query);
    }
    Window whole = windows.getFirst().until(windows.getLast());
    rates(found, "total.rates.", whole, seed + query);
    cohorts(found, windows, cohortBy, retainedBy, seed + query);
  }

  /// @param last the day as of which is counted
  private record Window(
      LocalDate start, LocalDate end, LocalDate last, Instant begin, Instant past, Instant closed) {

    LocalDate eve() {
      return start.minusDays(1);
    }

    Window until(Window last) {
      return new Window(start, last.end, last.last, begin, last.past, last.closed);
    }
  }

  private static List<Window> windows(JsonPath found, ZoneId zone) {
    LocalDate today = LocalDate.now(zone);
    List<Window> windows = new ArrayList<>();
    for (Map<String, Object> period : found.<Map<String, Object>>getList("periods")) {
      LocalDate start = LocalDate.parse(period.get("start").toString());
      LocalDate end = LocalDate.parse(period.get("end").toString());
      LocalDate last = end.minusDays(1).isAfter(today) ? today : end.minusDays(1);
      windows.add(
          new Window(
              start,
              end,
              last,
              start.atStartOfDay(zone).toInstant(),
              end.atStartOfDay(zone).toInstant(),
              last.plusDays(1).atStartOfDay(zone).toInstant()));
    }
    return windows;
  }

  private void period(JsonPath found, String at, Window window, String as) {
    for (String lifecycle : List.of("potential", "current", "former")) {
      assertThat(found.getLong(at + "customers." + lifecycle))
          .as("%s %s %s", as, at, lifecycle)
          .isEqualTo(count(each -> each.is(lifecycle, window.last)));
    }
    assertThat(found.getLong(at + "flow.lost"))
        .as(as + at)
        .isEqualTo(count(each -> each.current(window.eve()) && !each.current(window.last)));
    assertThat(found.getLong(at + "flow.joined"))
        .as(as + at)
        .isEqualTo(count(each -> !each.current(window.eve()) && each.current(window.last)));
    for (String role : List.of("end-user", "payer")) {
      List<Integer> counts =
          found.getList(at + "roles.findAll { it.role == '" + role + "' }.count");
      assertThat(counts.stream().mapToInt(each -> each).sum())
          .as("%s %s %s", as, at, role)
          .isEqualTo((int) count(each -> each.current(role, window.last)));
    }
    List<Integer> members = found.getList(at + "segments.count");
    assertThat(members.stream().mapToInt(each -> each).sum())
        .as("%s %s segment", as, at)
        .isEqualTo((int) count(each -> each.inSegment(window.closed)));
    rates(found, at + "rates.", window, as);
  }

  private void rates(JsonPath found, String at, Window window, String as) {
    share(
        found,
        at + "churnRate",
        each -> each.current(window.eve()),
        each -> !each.current(window.last),
        as);
    share(
        found,
        at + "repeatPurchaseRate",
        each -> History.within(each.purchases(), window.begin, window.past) > 0,
        each -> History.within(each.purchases(), Instant.MIN, window.past) > 1,
        as);
    share(
        found,
        at + "referralRate",
        each -> each.currentWithin(window.start, window.end),
        each -> History.within(each.referrals(), window.begin, window.past) > 0,
        as);
  }

  private void cohorts(
      JsonPath found, List<Window> windows, String cohortBy, String retainedBy, String as) {
    int place = 0;
    for (int k = 0; k < windows.size(); k++) {
      Window window = windows.get(k);
      Set<String> members =
          histories.stream()
              .filter(each -> began(each, window, cohortBy))
              .map(History::id)
              .collect(Collectors.toSet());
      Predicate<History> began = each -> members.contains(each.id());
      if (count(began) == 0) {
        continue;
      }
      String at = "cohorts[%d].".formatted(place++);
      assertThat(found.getString(at + "start")).as(as + at).isEqualTo(window.start.toString());
      assertThat(found.getLong(at + "size")).as(as + at).isEqualTo(count(began));
      for (int j = k; j < windows.size(); j++) {
        Window then = windows.get(j);
        share(
            found,
            at + "retained[%d]".formatted(j - k),
            began,
            each ->
                retainedBy.equals("lifecycle")
                    ? each.current(then.last)
                    : History.within(each.purchases(), then.begin, then.past) > 0,
            as);
      }
    }
    assertThat(found.getList("cohorts")).as(as).hasSize(place);
  }

  private static boolean began(History each, Window window, String cohortBy) {
    if (cohortBy.equals("first-purchase")) {
      return !each.purchases().isEmpty()
          && History.within(each.purchases().subList(0, 1), window.begin, window.past) == 1;
    }
    LocalDate first =
        each.becameCurrent(window.start.minusDays(2L * DAYS), window.end.plusDays(2L * DAYS));
    return first != null && !first.isBefore(window.start) && first.isBefore(window.end);
  }

  private void share(
      JsonPath found, String at, Predicate<History> base, Predicate<History> part, String as) {
    long whole = count(base);
    assertThat(found.getLong(at + ".n")).as(as + at).isEqualTo(whole);
    if (whole == 0) {
      assertThat(found.getString(at + ".status")).as(as + at).isEqualTo("insufficient");
    } else {
      assertThat(Math.round(found.getDouble(at + ".value") * whole))
          .as(as + at)
          .isEqualTo(count(base.and(part)));
    }
  }

  private long count(Predicate<History> what) {
    return histories.stream().filter(what).count();
  }

  private String customer() {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body(
            """
            {"party": {"kind": "organization", "name": "A"}, "roles": [{"type": "end-user"}]}""")
        .post("/v1/customers")
        .path("id");
  }

  private void write() throws SQLException {
    try (Connection app = Platform.connect("app")) {
      run(app, "SELECT set_config('app.tenant', ?, false)", tenant);
      run(app, "DELETE FROM customer_lifecycle");
      run(app, "DELETE FROM customer_role");
      run(
          app,
          """
          INSERT INTO segment (tenant_id, id, version, created_at, updated_at, name, name_key, kind)
          VALUES (current_setting('app.tenant'), ?, 0, now(), now(), '=Some', 'some', 'list')""",
          UUID.fromString(SEGMENT));
      for (int i = 0; i < histories.size(); i++) {
        write(app, histories.get(i), histories.get((i + 1) % histories.size()));
      }
    }
  }

  private static void write(Connection app, History history, History other) throws SQLException {
    UUID id = UUID.fromString(history.id());
    run(
        app,
        "UPDATE customer SET valid_from = ?, valid_to = ? WHERE id = ?",
        history.valid().from(),
        history.valid().to(),
        id);
    for (Phase phase : history.phases()) {
      run(
          app,
          """
          INSERT INTO customer_lifecycle (tenant_id, id, customer_id, lifecycle, valid_from,
            valid_to, recorded_at)
          VALUES (current_setting('app.tenant'), uuidv7(), ?, ?, ?, ?, now())""",
          id,
          phase.lifecycle(),
          phase.span().from(),
          phase.span().to());
    }
    for (Role role : history.roles()) {
      run(
          app,
          """
          INSERT INTO customer_role (tenant_id, id, customer_id, type, valid_from, valid_to, place)
          VALUES (current_setting('app.tenant'), uuidv7(), ?, ?, ?, ?, 0)""",
          id,
          role.type(),
          role.span().from(),
          role.span().to());
    }
    for (Instant at : history.purchases()) {
      run(
          app,
          """
          INSERT INTO purchase (tenant_id, id, version, created_at, updated_at, customer_id,
            purchased_at, content_digest)
          VALUES (current_setting('app.tenant'), uuidv7(), 0, now(), now(), ?,
            cast(? AS timestamptz), '')""",
          id,
          at.toString());
    }
    for (Instant at : history.referrals()) {
      run(
          app,
          """
          INSERT INTO referral (tenant_id, id, version, created_at, updated_at, from_customer_id,
            to_customer_id, outcome, referred_at)
          VALUES (current_setting('app.tenant'), uuidv7(), 0, now(), now(), ?, ?, 'pending',
            cast(? AS timestamptz))""",
          id,
          UUID.fromString(other.id()),
          at.toString());
    }
    for (SegmentChange change : history.segmentChanges()) {
      run(
          app,
          """
          INSERT INTO segment_change (tenant_id, segment_id, customer_id, change, changed_at)
          VALUES (current_setting('app.tenant'), ?, ?, ?, cast(? AS timestamptz))""",
          UUID.fromString(SEGMENT),
          id,
          change.change(),
          change.at().toString());
    }
  }

  private static void run(Connection app, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = app.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
