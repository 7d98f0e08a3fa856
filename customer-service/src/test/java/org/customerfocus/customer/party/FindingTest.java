package org.customerfocus.customer.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class FindingTest {

  private static final String PATH = "/v1/parties";

  private final String tenant = freshTenant();

  @Test
  void aContactIsFoundHoweverItIsWritten() {
    String ada = person("Ada", "email", "Ada@NorthPier.example");
    String eva = person("Eva", "phone", "+31 20 123 4567");
    String ida = person("Ida", "url", "https://Ida.example/Me");
    assertThat(byContact(" ADA@northpier.EXAMPLE ")).containsExactly(ada);
    assertThat(byContact("+31 (0)20-1234567")).containsExactly(eva);
    assertThat(byContact("HTTPS://ida.example/Me")).containsExactly(ida);
    assertThat(ids(find("contact", "020 123 4567").queryParam("contactRegion", "NL").get(PATH)))
        .containsExactly(eva);
    assertThat(byContact("+31201234568")).isEmpty();
    for (String bad : List.of("020 123 4567", "ada@", "https://")) {
      Response refused = find("contact", bad).get(PATH);
      assertThat(refused.statusCode()).as(bad).isEqualTo(400);
      assertThat(refused.<String>path("errors[0].parameter")).isEqualTo("contact");
    }
    assertThat(find("contactRegion", "NL").get(PATH).statusCode()).isEqualTo(400);
    assertThat(
            as(freshTenant(), "customers:read")
                .queryParam("contact", "+31201234567")
                .get(PATH)
                .<List<?>>path("items"))
        .isEmpty();
  }

  @Test
  void aSharedContactIsListedPageByPage() {
    for (int i = 0; i < 5; i++) {
      person("Sharer " + i, "email", "office@northpier.example");
    }
    Response first = find("contact", "Office@northpier.example").queryParam("limit", 2).get(PATH);
    assertThat(ids(first)).hasSize(2);
    String cursor = first.path("nextCursor");
    Response second =
        find("contact", "office@northpier.example")
            .queryParam("limit", 200)
            .queryParam("cursor", cursor)
            .get(PATH);
    assertThat(ids(second)).hasSize(3);
    assertThat(find("cursor", cursor).get(PATH).statusCode()).isEqualTo(400);
  }

  @Test
  void aStarAloneIsAnyValue() {
    String pier = organization("North Pier Shipping");
    String ada = person("Ada", "email", "ada@northpier.example");
    assertThat(ids(find("filter", "name==*").get(PATH))).containsExactlyInAnyOrder(pier, ada);
    assertThat(ids(find("filter", "name!=*").get(PATH))).isEmpty();
    assertThat(ids(find("filter", "contactPoint==*").get(PATH))).containsExactly(ada);
    assertThat(ids(find("filter", "contactPoint!=*").get(PATH))).containsExactly(pier);
    assertThat(find("filter", "kind==*").get(PATH).statusCode()).isEqualTo(400);
  }

  @Test
  void aNameIsFoundHoweverItIsSpelt() {
    String jose = organization("José García Construcción");
    String pier = organization("North Pier Shipping");
    String soren = organization("Søren Æbelø");
    organization("Quite Another");
    assertThat(byName("Jose Garzia Construccion")).first().isEqualTo(jose);
    assertThat(byName("NOTH PIER SHIPING")).containsExactly(pier);
    assertThat(byName("soren abelo")).containsExactly(soren);
    assertThat(byName("north")).containsExactly(pier);
    assertThat(byName("Xyzzy")).isEmpty();
    assertThat(ids(find("name", "north pier").queryParam("filter", "kind==person").get(PATH)))
        .isEmpty();
    assertThat(find("name", "north").queryParam("total", true).get(PATH).<Integer>path("total"))
        .isEqualTo(1);
    assertThat(find("name", "north").queryParam("sort", "name").get(PATH).statusCode())
        .isEqualTo(400);
    assertThat(
            as(freshTenant(), "customers:read")
                .queryParam("name", "soren")
                .get(PATH)
                .<List<?>>path("items"))
        .isEmpty();
  }

  @Test
  void formerNamesAreFoundUntilThePartyIsGone() {
    String pier = organization("North Pier Shipping");
    Response renamed =
        as(tenant, "customers:write")
            .contentType("application/merge-patch+json")
            .header("If-Match", "*")
            .body("{\"name\": \"Harbour Freight\"}")
            .patch("/v1/parties/" + pier);
    assertThat(renamed.statusCode()).isEqualTo(200);
    assertThat(byName("harbor freigt")).containsExactly(pier);
    assertThat(byName("north pier shippin")).containsExactly(pier);
    as(tenant, "customers:write").header("If-Match", "*").delete("/v1/parties/" + pier);
    assertThat(byName("harbor freigt")).isEmpty();
    assertThat(byName("north pier shippin")).isEmpty();
  }

  @Test
  void theNearestComesFirst() {
    organization("Smith and Sons");
    String exact = organization("Smith");
    String near = organization("Smyth");
    assertThat(byName("smith")).startsWith(exact).contains(near);
    assertThat(ids(find("name", "smith").queryParam("limit", 1).get(PATH))).containsExactly(exact);
  }

  @Test
  void aNameIsSearchedByTheIndex() throws SQLException {
    String crowd = freshTenant();
    StringBuilder plan = new StringBuilder();
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      statement.execute(
          """
          INSERT INTO party (tenant_id, id, version, created_at, updated_at, kind, name)
          SELECT '%s', uuidv7(), 0, now(), now(), 'organization',
                 md5(i::text) || CASE WHEN i = 777 THEN ' Shipping' ELSE '' END
          FROM generate_series(1, 20000) i"""
              .formatted(crowd));
      statement.execute("ANALYZE party_search_name");
      statement.execute("SET enable_seqscan = off");
      statement.execute("SET app.tenant = '%s'".formatted(crowd));
      try (ResultSet lines =
          statement.executeQuery(
              """
              EXPLAIN SELECT party_id FROM party_search_name
              WHERE tenant_id = current_setting('app.tenant', true)
                AND folded % fold_name('Shiping')""")) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
    }
    assertThat(plan).contains("party_search_name_trigrams");
    Response found =
        as(crowd, "customers:read").queryParam("name", md5Of777() + " Shiping").get(PATH);
    assertThat(found.<List<String>>path("items.name")).first().asString().endsWith(" Shipping");
  }

  private static String md5Of777() {
    return "f1c1592588411002af340cbaedd6fc33";
  }

  private List<String> byContact(String contact) {
    return ids(find("contact", contact).get(PATH));
  }

  private List<String> byName(String name) {
    return ids(find("name", name).get(PATH));
  }

  private static List<String> ids(Response page) {
    assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
    return page.path("items.id");
  }

  private RequestSpecification find(String parameter, String value) {
    return as(tenant, "customers:read").queryParam(parameter, value);
  }

  private String person(String name, String type, String contact) {
    return created(
        """
        {"kind": "person", "givenName": "%s", "contactPoints": [{"type": "%s", "value": "%s"}]}"""
            .formatted(name, type, contact));
  }

  private String organization(String name) {
    return created("{\"kind\": \"organization\", \"name\": \"%s\"}".formatted(name));
  }

  private String created(String body) {
    Response created =
        as(tenant, "customers:write").contentType(ContentType.JSON).body(body).post(PATH);
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    return created.path("id");
  }
}
