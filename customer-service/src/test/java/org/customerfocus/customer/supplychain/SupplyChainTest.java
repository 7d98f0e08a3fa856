package org.customerfocus.customer.supplychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Supply chains out of PostgreSQL, against an oracle over the same rows.
@QuarkusTest
@WithTestResource(Platform.class)
class SupplyChainTest {

  private static final int GRAPHS = Math.max(20, Integer.getInteger("property.tries", 200) / 10);
  private static final LocalDate FIRST = LocalDate.parse("2020-01-01");

  private final String tenant = freshTenant();

  /// A relationship as its row has it; when it is current.
  private record Row(
      UUID id,
      @Nullable Integer provider,
      int party,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable LocalDate left) {

    boolean linksOn(LocalDate day) {
      return (from == null || !from.isAfter(day))
          && (to == null || to.isAfter(day))
          && (left == null || left.isAfter(day));
    }
  }

  @Test
  void isExactOnRandomGraphs() throws SQLException {
    for (int seed = 0; seed < GRAPHS; seed++) {
      Graph graph = new Graph(seed);
      graph.store();
      for (int i = 0; i < 3; i++) {
        graph.check(graph.random.nextInt(graph.parties.size()));
      }
    }
  }

  /// A random graph in a tenant of its own: dated links, circles, parties that leave, links without
  /// a provider, which are those of the own organisation.
  private static final class Graph {

    private final String tenant = freshTenant();
    private final Random random;
    private final List<UUID> parties;
    private final List<Row> rows = new ArrayList<>();

    Graph(int seed) {
      random = new Random(seed);
      parties = IntStream.range(0, 4 + random.nextInt(9)).mapToObj(i -> UUID.randomUUID()).toList();
      Set<List<Integer>> known = new HashSet<>();
      for (int i = random.nextInt(30); i >= 0; i--) {
        int provider = random.nextInt(parties.size());
        int party = random.nextInt(parties.size());
        if (provider == party || !known.add(List.of(provider, party))) {
          continue;
        }
        LocalDate from = random.nextBoolean() ? null : FIRST.plusDays(random.nextInt(20));
        LocalDate begun = from == null ? FIRST : from;
        rows.add(
            new Row(
                UUID.randomUUID(),
                provider == 0 ? null : provider,
                party,
                from,
                random.nextInt(3) == 0 ? begun.plusDays(1 + random.nextInt(20)) : null,
                random.nextInt(3) == 0 ? begun.plusDays(1 + random.nextInt(20)) : null));
      }
    }

    void store() throws SQLException {
      try (Connection owner = Platform.connect("owner");
          PreparedStatement party =
              owner.prepareStatement(
                  """
                  INSERT INTO party (tenant_id, id, version, created_at, updated_at, kind, name)
                  VALUES (?, ?, 0, now(), now(), 'organization', ?)""");
          PreparedStatement customer =
              owner.prepareStatement(
                  """
                  INSERT INTO customer (tenant_id, id, version, created_at, updated_at, party_id,
                    provider_party_id, provider_implied, lifecycle, lifecycle_since, valid_from,
                    valid_to)
                  VALUES (?, ?, 0, now(), now(), ?, ?, ?, ?, ?, ?, ?)""");
          PreparedStatement phase =
              owner.prepareStatement(
                  """
                  INSERT INTO customer_lifecycle (tenant_id, id, customer_id, lifecycle, valid_from,
                    valid_to, recorded_at)
                  VALUES (?, gen_random_uuid(), ?, ?, ?, ?, now())""")) {
        for (UUID id : parties) {
          set(party, tenant, id, "Party " + id);
        }
        for (Row row : rows) {
          Integer provider = row.provider();
          set(
              customer,
              tenant,
              row.id(),
              parties.get(row.party()),
              provider == null ? null : parties.get(provider),
              provider == null,
              row.left() == null ? "current" : "former",
              row.left(),
              row.from(),
              row.to());
          set(phase, tenant, row.id(), "current", row.from(), row.left());
          if (row.left() != null) {
            set(phase, tenant, row.id(), "former", row.left(), null);
          }
        }
      }
      as(tenant, "customers:write")
          .contentType(ContentType.JSON)
          .header("If-Match", "*")
          .body("{\"partyId\": \"%s\"}".formatted(parties.getFirst()))
          .put("/v1/own-organization")
          .then()
          .statusCode(200);
    }

    private static void set(PreparedStatement statement, @Nullable Object... values)
        throws SQLException {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }

    void check(int from) {
      LocalDate day = FIRST.plusDays(random.nextInt(40));
      List<Row> links = rows.stream().filter(row -> row.linksOn(day)).toList();
      boolean down = random.nextBoolean();
      int depth = 1 + random.nextInt(6);
      JsonNode chain =
          json(
              "%s/supply-chain?direction=%s&depth=%d&asOf=%s"
                  .formatted(path(from), down ? "downstream" : "upstream", depth, day));
      Map<Integer, Integer> distances = distances(links, from, down, depth);
      Map<String, Integer> parties = new HashMap<>();
      Map<String, Boolean> ends = new HashMap<>();
      distances.forEach(
          (party, distance) -> {
            parties.put(id(party), distance);
            ends.put(id(party), links.stream().noneMatch(row -> near(row, down) == party));
          });
      Map<String, List<Object>> expected = new HashMap<>();
      for (Row row : links) {
        Integer near = distances.get(near(row, down));
        if (near != null && near < depth) {
          expected.put(row.id().toString(), List.of(id(provider(row)), id(row.party()), near + 1));
        }
      }
      Map<String, Integer> foundParties = new HashMap<>();
      Map<String, Boolean> foundEnds = new HashMap<>();
      for (JsonNode each : chain.path("parties")) {
        foundParties.put(each.at("/party/id").asText(), each.path("distance").asInt());
        foundEnds.put(each.at("/party/id").asText(), each.path("end").asBoolean());
      }
      Map<String, List<Object>> found = new HashMap<>();
      for (JsonNode each : chain.path("links")) {
        found.put(
            each.path("customerId").asText(),
            List.of(
                each.path("providerPartyId").asText(),
                each.path("partyId").asText(),
                each.path("distance").asInt()));
      }
      assertThat(foundParties).isEqualTo(parties);
      assertThat(foundEnds).isEqualTo(ends);
      assertThat(found).isEqualTo(expected);
      checkLists(from, day, links);
    }

    private void checkLists(int from, LocalDate day, List<Row> links) {
      Set<String> consumers = new TreeSet<>();
      distances(links, from, true, parties.size())
          .keySet()
          .forEach(
              party -> {
                if (party != from && links.stream().noneMatch(row -> provider(row) == party)) {
                  consumers.add(id(party));
                }
              });
      Set<String> endCustomers = new TreeSet<>();
      for (Row mine : links) {
        for (Row theirs : links) {
          if (provider(mine) == from
              && provider(theirs) == mine.party()
              && theirs.party() != from) {
            endCustomers.add(id(theirs.party()));
          }
        }
      }
      assertThat(ids(path(from) + "/consumers?limit=200&asOf=" + day)).isEqualTo(consumers);
      assertThat(ids(path(from) + "/end-customers?limit=200&asOf=" + day)).isEqualTo(endCustomers);
    }

    private Set<String> ids(String path) {
      Set<String> ids = new TreeSet<>();
      json(path).path("items").forEach(item -> ids.add(item.path("id").asText()));
      return ids;
    }

    private static int provider(Row row) {
      return row.provider() == null ? 0 : row.provider();
    }

    private static int near(Row row, boolean down) {
      return down ? provider(row) : row.party();
    }

    private Map<Integer, Integer> distances(List<Row> links, int from, boolean down, int depth) {
      Map<Integer, Integer> distances = new HashMap<>(Map.of(from, 0));
      for (int round = 0; round < parties.size(); round++) {
        for (Row row : links) {
          Integer near = distances.get(near(row, down));
          if (near != null && near < depth) {
            distances.merge(near(row, !down), near + 1, Math::min);
          }
        }
      }
      return distances;
    }

    private String id(int party) {
      return parties.get(party).toString();
    }

    private String path(int party) {
      return "/v1/parties/" + id(party);
    }

    private JsonNode json(String path) {
      Response answer = as(tenant, "customers:read").get(path);
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
      return Json.parse(answer.asString());
    }
  }

  @Test
  void tellsOfEachPartyAndLinkOnceAndMarksCircles() {
    String mill = party("Mill");
    String baker = party("Baker");
    String cafe = party("Cafe");
    String flour = customer(baker, mill, "component-processor");
    String bread = customer(cafe, baker, "distributor");
    String waste = customer(mill, cafe, "agent");
    Json.assertBody(
        get("/v1/parties/" + mill + "/supply-chain?asOf=2026-11-21"),
        """
        {"partyId": "%1$s", "direction": "downstream", "asOf": "2026-11-21", "complete": true,
         "cyclic": true,
         "parties": [
           {"party": {"id": "%1$s", "kind": "organization", "name": "Mill"}, "distance": 0,
            "end": false},
           {"party": {"id": "%2$s", "kind": "organization", "name": "Baker"}, "distance": 1,
            "end": false},
           {"party": {"id": "%3$s", "kind": "organization", "name": "Cafe"}, "distance": 2,
            "end": false}],
         "links": [
           {"customerId": "%4$s", "providerPartyId": "%1$s", "partyId": "%2$s", "distance": 1,
            "roles": ["component-processor"], "inCycle": true},
           {"customerId": "%5$s", "providerPartyId": "%2$s", "partyId": "%3$s", "distance": 2,
            "roles": ["distributor"], "inCycle": true},
           {"customerId": "%6$s", "providerPartyId": "%3$s", "partyId": "%1$s", "distance": 3,
            "roles": ["agent"], "inCycle": true}]}"""
            .formatted(mill, baker, cafe, flour, bread, waste));
    Response cut = get("/v1/parties/" + mill + "/supply-chain?limit=1");
    assertThat(cut.<Boolean>path("complete")).isFalse();
    assertThat(cut.<List<Object>>path("links")).hasSize(1);
    assertThat(cut.<Object>path("parties[1].end")).isNull();
    Response near = get("/v1/parties/" + mill + "/supply-chain?depth=1");
    assertThat(near.<Boolean>path("complete")).isFalse();
    assertThat(near.<Boolean>path("cyclic")).isFalse();
  }

  @Test
  void endCustomersAreToldWithThoseInBetween() {
    String mill = party("Mill");
    String baker = party("Baker");
    String cafe = party("Cafe");
    customer(baker, mill, "component-processor");
    customer(cafe, mill, "purchaser");
    String bread = customer(cafe, baker, "distributor");
    Json.assertBody(
        get("/v1/parties/" + mill + "/end-customers?filter=kind==organization"),
        """
        {"items": [{"id": "%s", "kind": "organization", "name": "Cafe",
                    "through": [{"partyId": "%s", "customerId": "%s"}]}]}"""
            .formatted(cafe, baker, bread));
    Json.assertBody(
        get("/v1/parties/" + mill + "/consumers"),
        "{\"items\": [{\"id\": \"%s\", \"kind\": \"organization\", \"name\": \"Cafe\"}]}"
            .formatted(cafe));
    Json.assertBody(
        get("/v1/parties/" + mill + "/consumers?asOf=1999-01-01&filter=kind==person"),
        "{\"items\": []}");
  }

  @Test
  void aPartyThatIsNotThereHasNoChain() {
    for (String path : List.of("supply-chain", "end-customers", "consumers")) {
      get("/v1/parties/" + UUID.randomUUID() + "/" + path).then().statusCode(404);
      as(freshTenant(), "customers:read")
          .get("/v1/parties/" + party("Hidden") + "/" + path)
          .then()
          .statusCode(404);
    }
    String party = party("Asked");
    get("/v1/parties/" + party + "/supply-chain?direction=sideways").then().statusCode(400);
    get("/v1/parties/" + party + "/supply-chain?depth=0").then().statusCode(400);
  }

  private String party(String name) {
    return post("/v1/parties", "{\"kind\": \"organization\", \"name\": \"%s\"}".formatted(name));
  }

  private String customer(String party, String provider, String role) {
    return post(
        "/v1/customers",
        """
        {"partyId": "%s", "providerPartyId": "%s", "roles": [{"type": "%s"}]}"""
            .formatted(party, provider, role));
  }

  private String post(String path, String body) {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body(body)
        .post(path)
        .path("id");
  }

  private Response get(String path) {
    return as(tenant, "customers:read").get(path);
  }
}
