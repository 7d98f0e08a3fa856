package org.customerfocus.agreement.entitytype;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// Entity types and units: the words that services are counted in.
@QuarkusTest
@WithTestResource(Platform.class)
class EntityTypeResourceTest {

  private final Given given = new Given();

  @Test
  void anEntityTypeHasANameInEachLanguage() {
    String body =
        """
        {"code": "visit", "names": {"en": "visit", "de-CH": "Besuch"}, "description": "One day."}""";
    Response made = given.writer().body(body).post("/v1/entity-types");
    Json.assertBody(
        made,
        """
        {"id": "${uuid}", "code": "visit", "names": {"en": "visit", "de-CH": "Besuch"},
         "description": "One day.", "createdAt": "${instant}", "updatedAt": "${instant}"}""");
    String path = made.header("Location");
    assertThat(given.writer().body(body).post("/v1/entity-types").statusCode()).isEqualTo(409);

    Response changed = given.patcher("\"0\"").body("{\"names\": {\"fr\": \"visite\"}}").patch(path);
    assertThat(changed.<String>path("names.fr")).isEqualTo("visite");
    assertThat(changed.<String>path("names.en")).isEqualTo("visit");
    assertThat(given.patcher("\"0\"").body("{\"names\": {}}").patch(path).statusCode())
        .isEqualTo(412);
    assertThat(
            given
                .patcher("*")
                .body("{\"code\": \"call\"}")
                .patch(path)
                .<String>path("errors[0].pointer"))
        .isEqualTo("/code");
    assertThat(
            given
                .writer()
                .body("{\"code\": \"x\", \"names\": {\"english!\": \"x\"}}")
                .post("/v1/entity-types")
                .<String>path("errors[0].pointer"))
        .isEqualTo("/names/english!");
    assertThat(given.patcher("*").delete(path).statusCode()).isEqualTo(204);
    assertThat(given.reader().get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsCountedByIsKept() {
    given.activeAgreement(Given.commitment(given.ratioMetric(), ""));
    String id = given.reader().get("/v1/entity-types?filter=code==flight").path("items[0].id");
    assertThat(given.patcher("*").delete("/v1/entity-types/" + id).statusCode()).isEqualTo(409);
  }

  @Test
  void unitsAreBuiltInOrOwn() {
    Response all = given.reader().get("/v1/units");
    assertThat(all.<List<String>>path("items.code"))
        .contains("min", "%", "km")
        .doesNotHaveDuplicates();
    assertThat(given.reader().get("/v1/units/{code}", "%").<String>path("names.en"))
        .isEqualTo("percent");
    assertThat(
            given.patcher("*").body("{\"dimension\": \"x\"}").patch("/v1/units/min").statusCode())
        .isEqualTo(409);
    String pallet =
        "{\"code\": \"pallet\", \"names\": {\"en\": \"pallet\"}, \"dimension\": \"count\"}";
    Response made = given.writer().body(pallet).post("/v1/units");
    Json.assertBody(
        made,
        """
        {"code": "pallet", "names": {"en": "pallet"}, "dimension": "count", "standard": false}""");
    assertThat(given.writer().body(pallet).post("/v1/units").statusCode()).isEqualTo(409);
    assertThat(given.writer().body(pallet.replace("pallet", "min")).post("/v1/units").statusCode())
        .isEqualTo(409);
    assertThat(new Given().reader().get("/v1/units/pallet").statusCode()).isEqualTo(404);
    assertThat(given.patcher("*").delete("/v1/units/pallet").statusCode()).isEqualTo(204);
  }
}
