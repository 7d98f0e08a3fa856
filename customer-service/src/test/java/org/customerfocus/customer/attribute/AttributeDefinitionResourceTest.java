package org.customerfocus.customer.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class AttributeDefinitionResourceTest {

  private static final String TIER =
      """
      {"target": "party", "code": "tier", "type": "choice", "label": "Tier",
       "options": [{"value": "gold"}, {"value": "silver", "label": "Silver"}]}""";

  private final String tenant = freshTenant();

  @Test
  void aDefinitionIsMadeReadChangedAndDeleted() {
    Response created = define(TIER);
    Json.assertBody(
        created,
        """
        {
          "id": "${uuid}",
          "target": "party",
          "code": "tier",
          "type": "choice",
          "label": "Tier",
          "required": false,
          "options": [{"value": "gold"}, {"value": "silver", "label": "Silver"}],
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }""");
    String path = "/v1/attribute-definitions/" + created.path("id");
    assertThat(get(path).asString()).isEqualTo(created.asString());
    assertThat(get("/v1/attribute-definitions?filter=code==tier;required==false").asString())
        .contains(created.<String>path("id"));

    assertThat(patch(path, "{\"label\": \"Tier of service\"}").<String>path("label"))
        .isEqualTo("Tier of service");
    for (String fixed : List.of("target", "code", "type")) {
      String other =
          switch (fixed) {
            case "target" -> "person";
            case "code" -> "level";
            default -> "text";
          };
      Response refused =
          patch(
              path,
              "{\"%s\": \"%s\"%s}"
                  .formatted(fixed, other, fixed.equals("type") ? ", \"options\": null" : ""));
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/" + fixed);
    }
    assertThat(delete(path).statusCode()).isEqualTo(204);
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void aCodeMeansOneThingAmongParties() {
    define(TIER);
    Response again =
        define(
            """
            {"target": "person", "code": "tier", "type": "text", "label": "Tier"}""");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.<String>path("detail")).contains("is taken by the attribute definition");
    assertThat(
            define(
                    """
                    {"target": "customer", "code": "tier", "type": "text", "label": "Tier"}""")
                .statusCode())
        .isEqualTo(201);
  }

  @Test
  void aDefinitionThatContradictsItselfIsRefused() {
    assertThat(pointer("\"type\": \"choice\"")).isEqualTo("/options");
    assertThat(pointer("\"type\": \"text\", \"minimum\": 1")).isEqualTo("/minimum");
    assertThat(pointer("\"type\": \"integer\", \"maxLength\": 1")).isEqualTo("/maxLength");
    assertThat(pointer("\"type\": \"integer\", \"minimum\": 1.5")).isEqualTo("/minimum");
    assertThat(pointer("\"type\": \"integer\", \"maximum\": 1e999999")).isEqualTo("/maximum");
    assertThat(pointer("\"type\": \"decimal\", \"minimum\": 2, \"maximum\": 1"))
        .isEqualTo("/maximum");
    assertThat(
            pointer("\"type\": \"date\", \"earliest\": \"2026-02-01\", \"latest\": \"2026-01-01\""))
        .isEqualTo("/latest");
    assertThat(
            pointer("\"type\": \"choice\", \"options\": [{\"value\": \"a\"}, {\"value\": \"a\"}]"))
        .isEqualTo("/options/1/value");
  }

  @Test
  void valuesOfEveryTypeAreKeptAndFound() {
    define(TIER);
    define("{\"target\": \"person\", \"code\": \"note\", \"type\": \"text\", \"label\": \"Note\"}");
    define(
        "{\"target\": \"person\", \"code\": \"seats\", \"type\": \"integer\", \"label\": \"S\"}");
    define("{\"target\": \"person\", \"code\": \"rate\", \"type\": \"decimal\", \"label\": \"R\"}");
    define("{\"target\": \"person\", \"code\": \"vip\", \"type\": \"boolean\", \"label\": \"V\"}");
    define("{\"target\": \"person\", \"code\": \"since\", \"type\": \"date\", \"label\": \"S\"}");
    define("{\"target\": \"person\", \"code\": \"seen\", \"type\": \"instant\", \"label\": \"S\"}");
    String values =
        """
        {"tier": "gold", "note": "By the window", "seats": 12, "rate": 0.125, "vip": true,
         "since": "2024-02-29", "seen": "2026-11-21T09:30:00Z"}""";
    Response ada = person("Ada", values);
    person("Eva", "{\"tier\": \"silver\", \"seats\": 3}");
    person("Ida", "{}");
    Json.assertSame(Json.parse(ada.asString()).path("attributes").toString(), values);
    Response read = get("/v1/parties/" + ada.path("id"));
    assertThat(read.asString()).isEqualTo(ada.asString());

    assertThat(found("attribute.tier==gold")).containsExactly("Ada");
    assertThat(found("attribute.tier!=gold")).containsExactly("Eva", "Ida");
    assertThat(found("attribute.tier=in=(gold,silver);attribute.seats=lt=12"))
        .containsExactly("Eva");
    assertThat(found("attribute.note==By*")).containsExactly("Ada");
    assertThat(found("attribute.rate=ge=0.125;attribute.rate=lt=0.126")).containsExactly("Ada");
    assertThat(found("attribute.vip==true")).containsExactly("Ada");
    assertThat(found("attribute.since=gt=2024-02-28")).containsExactly("Ada");
    assertThat(found("attribute.seen=le=2026-11-21T09:30:00Z")).containsExactly("Ada");
    assertThat(get("/v1/parties?filter=attribute.unknown==1").statusCode()).isEqualTo(400);
    assertThat(get("/v1/parties?filter=attribute.seats==many").statusCode()).isEqualTo(400);
  }

  @Test
  void aPatchChangesSingleValues() {
    define(TIER);
    define(
        """
        {"target": "person", "code": "seats", "type": "integer", "label": "Seats",
         "minimum": 1, "maximum": 10}""");
    Response ada = person("Ada", "{\"tier\": \"gold\", \"seats\": 5}");
    String path = "/v1/parties/" + ada.path("id");
    assertThat(patch(path, "{\"attributes\": {\"seats\": 5.0}}").header("ETag")).isEqualTo("\"0\"");
    Response changed = patch(path, "{\"attributes\": {\"seats\": 6, \"tier\": null}}");
    assertThat(changed.header("ETag")).isEqualTo("\"1\"");
    Json.assertSame(Json.parse(changed.asString()).path("attributes").toString(), "{\"seats\": 6}");
    Response refused = patch(path, "{\"attributes\": {\"seats\": 11, \"size\": 1}}");
    Json.assertSame(
        Json.parse(refused.asString()).path("errors").toString(),
        """
        [{"pointer": "/attributes/seats", "detail": "must be at most 10"},
         {"pointer": "/attributes/size",
          "detail": "there is no such attribute of party, person; define it under /v1/attribute-definitions"}]""");
    assertThat(patch(path, "{\"attributes\": null}").<Object>path("attributes")).isNull();
  }

  @Test
  void valuesThatDoNotFitAreRefused() {
    define(TIER);
    define(
        "{\"target\": \"person\", \"code\": \"seats\", \"type\": \"integer\", \"label\": \"S\"}");
    define("{\"target\": \"person\", \"code\": \"note\", \"type\": \"text\", \"label\": \"N\"}");
    define("{\"target\": \"person\", \"code\": \"since\", \"type\": \"date\", \"label\": \"S\"}");
    define(
        "{\"target\": \"organization\", \"code\": \"size\", \"type\": \"integer\", \"label\": \"S\"}");
    for (String values :
        List.of(
            "{\"tier\": \"bronze\"}",
            "{\"tier\": 1}",
            "{\"seats\": \"5\"}",
            "{\"seats\": 1.5}",
            "{\"seats\": 1e400000000}",
            "{\"seats\": [1]}",
            "{\"note\": \"\"}",
            "{\"note\": {}}",
            "{\"since\": \"2023-02-29\"}",
            "{\"since\": \"+12345-01-01\"}",
            "{\"size\": 1}",
            "{\"\": 1}")) {
      Response refused = person("Bad", values);
      assertThat(refused.statusCode()).as(values).isEqualTo(422);
      assertThat(refused.<String>path("errors[0].pointer")).startsWith("/attributes/");
    }
  }

  @Test
  void textThatCannotBeKeptIsMalformed() {
    define("{\"target\": \"person\", \"code\": \"note\", \"type\": \"text\", \"label\": \"N\"}");
    Response refused = person("Bad", "{\"note\": \"a\\u0000b\"}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/attributes/note");
    assertThat(refused.<String>path("errors[0].detail"))
        .isEqualTo("must be valid Unicode without U+0000");
  }

  @Test
  void whatIsRequiredOfNewOnesIsNotTakenFromOldOnes() {
    Response before = person("Before", "{}");
    define(
        """
        {"target": "person", "code": "region", "type": "text", "label": "Region",
         "required": true}""");
    Response refused = person("After", "{}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/attributes/region");
    Response after = person("After", "{\"region\": \"North\"}");
    assertThat(after.statusCode()).isEqualTo(201);
    assertThat(
            patch("/v1/parties/" + before.path("id"), "{\"familyName\": \"Changed\"}").statusCode())
        .isEqualTo(200);
    assertThat(
            patch("/v1/parties/" + after.path("id"), "{\"attributes\": {\"region\": null}}")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void whatIsInUseStays() {
    Response tier = define(TIER);
    String path = "/v1/attribute-definitions/" + tier.path("id");
    Response ada = person("Ada", "{\"tier\": \"gold\"}");
    Response removed = patch(path, "{\"options\": [{\"value\": \"silver\"}]}");
    assertThat(removed.statusCode()).isEqualTo(409);
    assertThat(removed.<String>path("detail")).contains("gold");
    Response deleted = delete(path);
    assertThat(deleted.statusCode()).isEqualTo(409);
    assertThat(deleted.<String>path("type")).isEqualTo("/problems/in-use");
    assertThat(delete("/v1/parties/" + ada.path("id")).statusCode()).isEqualTo(204);
    assertThat(patch(path, "{\"options\": [{\"value\": \"silver\"}]}").statusCode()).isEqualTo(200);
    assertThat(delete(path).statusCode()).isEqualTo(204);
  }

  @Test
  void customersHaveAttributesOfTheirOwnAndThoseOfTheirParty() {
    define(TIER);
    define(
        """
        {"target": "customer", "code": "tier", "type": "integer", "label": "Tier of the relation"}""");
    Response created =
        post(
            "/v1/customers",
            """
            {"party": {"kind": "person", "givenName": "Ada", "attributes": {"tier": "gold"}},
             "roles": [{"type": "payer"}], "attributes": {"tier": 3}}""");
    assertThat(created.statusCode()).isEqualTo(201);
    Json.assertSame(Json.parse(created.asString()).path("attributes").toString(), "{\"tier\": 3}");
    String path = "/v1/customers/" + created.path("id");
    assertThat(get(path).asString()).isEqualTo(created.asString());
    for (String filter :
        List.of("attribute.tier==3", "party.attribute.tier==gold;attribute.tier=ge=3")) {
      assertThat(get("/v1/customers?filter=" + filter).<String>path("items[0].id"))
          .isEqualTo(created.path("id"));
    }
    assertThat(get("/v1/customers?filter=party.attribute.tier==silver").<List<?>>path("items"))
        .isEmpty();
    assertThat(patch(path, "{\"attributes\": {\"tier\": 4}}").<Integer>path("attributes.tier"))
        .isEqualTo(4);
    assertThat(patch(path, "{\"attributes\": {\"tier\": \"x\"}}").statusCode()).isEqualTo(422);
    assertThat(
            post(
                    "/v1/customers",
                    """
                    {"party": {"kind": "person", "givenName": "B", "attributes": {"no": 1}},
                     "roles": [{"type": "payer"}]}""")
                .<String>path("errors[0].pointer"))
        .isEqualTo("/party/attributes/no");
  }

  @Test
  void anotherTenantsDefinitionsAreNotThere() {
    String id = define(TIER).path("id");
    String other = freshTenant();
    assertThat(as(other, "customers:read").get("/v1/attribute-definitions/" + id).statusCode())
        .isEqualTo(404);
    assertThat(
            as(other, "customers:write")
                .contentType(ContentType.JSON)
                .body(
                    "{\"kind\": \"person\", \"givenName\": \"A\", \"attributes\": {\"tier\": \"gold\"}}")
                .post("/v1/parties")
                .statusCode())
        .isEqualTo(422);
  }

  private String pointer(String members) {
    Response refused =
        define("{\"target\": \"party\", \"code\": \"x\", \"label\": \"X\", %s}".formatted(members));
    assertThat(refused.statusCode()).isEqualTo(422);
    return refused.path("errors[0].pointer");
  }

  private List<String> found(String filter) {
    return get("/v1/parties?filter=" + filter).path("items.givenName");
  }

  private Response person(String name, String attributes) {
    return post(
        "/v1/parties",
        "{\"kind\": \"person\", \"givenName\": \"%s\", \"attributes\": %s}"
            .formatted(name, attributes));
  }

  private Response define(String definition) {
    return post("/v1/attribute-definitions", definition);
  }

  private Response post(String path, String body) {
    return as(tenant, "customers:write").contentType(ContentType.JSON).body(body).post(path);
  }

  private Response patch(String path, String body) {
    return as(tenant, "customers:write")
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(body)
        .patch(path);
  }

  private Response delete(String path) {
    return as(tenant, "customers:write").header("If-Match", "*").delete(path);
  }

  private Response get(String path) {
    return as(tenant, "customers:read").get(path);
  }
}
