package org.customerfocus.customer.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class MergeResourceTest {

  private final String tenant = freshTenant();
  private final Registry registry = new Registry(tenant);

  @Test
  void showsWhatItWouldDoAndChangesNothing() throws SQLException {
    String anna = registry.person("Anna", "de Vries", "anna@example.org");
    String ana = registry.person("Ana", "de Vries", "ana@example.org");
    String one = registry.customer(anna, null, "end-user");
    String other = registry.customer(ana, null, "payer");
    var before = registry.dump();

    Response shown = registry.merge(anna, ana, true);

    assertThat(shown.statusCode()).as(shown.asString()).isEqualTo(200);
    assertThat(shown.<Object>path("id")).isNull();
    assertThat(shown.<List<Map<String, Object>>>path("fields"))
        .contains(
            Map.of(
                "resource", "party",
                "keptId", anna,
                "field", "name",
                "survivorValue", "Anna de Vries",
                "mergedValue", "Ana de Vries",
                "taken", "survivor"));
    assertThat(shown.<List<Map<String, Object>>>path("resolved"))
        .contains(
            Map.of(
                "resource",
                "customer",
                "removedId",
                other,
                "keptId",
                one,
                "reason",
                "one-of-a-kind"));
    assertThat(shown.<List<String>>path("moved.resource"))
        .contains("contact-point", "customer-role");
    assertThat(registry.dump()).isEqualTo(before);
    assertThat(registry.get("/v1/parties/" + ana).statusCode()).isEqualTo(200);
  }

  @Test
  void movesWhatRefersToTheMergedAndRedirects() {
    String anna = registry.person("Anna", "de Vries", "anna@example.org");
    String ana = registry.person("Ana", "de Vries", "ana@example.org");
    String shop = registry.organization("Shop");
    String membership = registry.member(ana, shop);
    String kept = registry.customer(anna, shop, "end-user");
    String gone = registry.customer(ana, shop, "payer");
    String own = registry.customer(ana, null, "end-user");

    Response merged = registry.merge(anna, ana, false);

    assertThat(merged.statusCode()).as(merged.asString()).isEqualTo(201);
    assertThat(merged.header("Location")).isEqualTo("/v1/merges/" + merged.path("id"));
    Response read = registry.get("/v1/parties/" + ana);
    assertThat(read.statusCode()).isEqualTo(308);
    assertThat(read.header("Location")).isEqualTo("/v1/parties/" + anna);
    assertThat(registry.get("/v1/customers/" + gone).header("Location"))
        .isEqualTo("/v1/customers/" + kept);
    assertThat(registry.get("/v1/parties/" + anna).<List<String>>path("contactPoints.value"))
        .containsExactly("anna@example.org", "ana@example.org");
    assertThat(registry.get("/v1/memberships/" + membership).<String>path("memberPartyId"))
        .isEqualTo(anna);
    assertThat(registry.get("/v1/customers/" + own).<String>path("partyId")).isEqualTo(anna);
    assertThat(registry.get("/v1/customers/" + kept).<List<String>>path("roles.type"))
        .containsExactly("end-user", "payer");
    Response refused = registry.patch("/v1/parties/" + ana, "{\"familyName\": \"Bakker\"}");
    Json.assertBody(
        refused,
        """
        {
          "type": "/problems/merged",
          "title": "The resource has become part of another",
          "status": 409,
          "detail": "It has become part of %s; change that one.",
          "instance": "/v1/parties/%s",
          "requestId": "${text}"
        }"""
            .formatted(anna, ana));
  }

  @Test
  void takesTheValuesThatAreChosen() {
    String anna = registry.person("Anna", "de Vries", "anna@example.org");
    String ana = registry.person("Ana", "Bakker", "ana@example.org");
    String body =
        """
        {"survivorId": "%s", "mergedId": "%s",
         "fieldChoices": [{"resource": "party", "field": "%s", "from": "merged"}]}""";

    Response unknown = registry.post("/v1/merges", body.formatted(anna, ana, "shoeSize"));
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.<String>path("errors[0].pointer")).isEqualTo("/fieldChoices/0/field");

    assertThat(registry.post("/v1/merges", body.formatted(anna, ana, "name")).statusCode())
        .isEqualTo(201);
    assertThat(registry.get("/v1/parties/" + anna).<String>path("familyName")).isEqualTo("Bakker");
    assertThat(registry.get("/v1/parties/" + anna).<String>path("givenName")).isEqualTo("Ana");
  }

  @Test
  void theStrictestConsentWins() {
    String anna = registry.person("Anna", "de Vries", "anna@example.org");
    String ana = registry.person("Ana", "de Vries", "ana@example.org");
    registry.consent(ana, "withdrawn", "2026-02-01T10:00:00Z");
    registry.consent(anna, "given", "2026-03-01T10:00:00Z");

    Response merged = registry.merge(anna, ana, false);

    assertThat(merged.<List<String>>path("addedConsentIds")).hasSize(1);
    Response allowed =
        registry.get("/v1/contact-permissions?purpose=newsletter&channel=email&partyId=" + anna);
    assertThat(allowed.asString()).contains("withdrawn");
    assertThat(registry.undo(merged.path("id")).statusCode()).isEqualTo(200);
    assertThat(registry.get("/v1/consents/" + merged.path("addedConsentIds[0]")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void undoRestoresTheFormerState() throws SQLException {
    String anna = registry.person("Anna", "de Vries", "anna@example.org");
    String ana = registry.person("Ana", "Bakker", "ana@example.org");
    registry.customer(anna, null, "end-user");
    registry.customer(ana, null, "payer");
    var before = registry.dump();
    String merge = registry.merge(anna, ana, false).path("id");
    assertThat(registry.dump()).isNotEqualTo(before);

    Response undone = registry.undo(merge);

    assertThat(undone.statusCode()).as(undone.asString()).isEqualTo(200);
    assertThat(undone.<String>path("status")).isEqualTo("undone");
    assertThat(undone.<List<String>>path("allowedStatuses")).isEmpty();
    assertThat(registry.dump()).isEqualTo(before);
    assertThat(registry.get("/v1/parties/" + ana).statusCode()).isEqualTo(200);
    assertThat(registry.undo(merge).statusCode()).isEqualTo(200);
    assertThat(registry.patch("/v1/merges/" + merge, "{\"status\": \"merged\"}").statusCode())
        .isEqualTo(409);
  }

  @Test
  void undoIsRefusedWhereWhatWasMergedHasChanged() throws SQLException {
    String anna = registry.person("Anna", "de Vries", "anna@example.org");
    String ana = registry.person("Ana", "Bakker", "ana@example.org");
    String customer = registry.customer(ana, null, "payer");
    String merge = registry.merge(anna, ana, false).path("id");
    registry.patch(
        "/v1/customers/" + customer,
        "{\"roles\": [{\"type\": \"end-user\"}], \"validFrom\": \"2026-01-01\"}");
    var before = registry.dump();

    Response refused = registry.undo(merge);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("type")).isEqualTo("/problems/undo-not-possible");
    assertThat(refused.<String>path("detail")).contains("customer " + customer);
    assertThat(registry.dump()).isEqualTo(before);
  }

  @Test
  void mergesChainAndUnwindInOrder() throws SQLException {
    String a = registry.person("Anna", "de Vries", "a@example.org");
    String b = registry.person("Ana", "de Vries", "b@example.org");
    String c = registry.person("Anne", "de Vries", "c@example.org");
    registry.customer(a, null, "end-user");
    registry.customer(b, null, "payer");
    var before = registry.dump();
    String first = registry.merge(b, a, false).path("id");
    var between = registry.dump();
    String second = registry.merge(c, b, false).path("id");

    assertThat(registry.get("/v1/parties/" + a).header("Location")).isEqualTo("/v1/parties/" + c);
    assertThat(registry.undo(first).statusCode()).isEqualTo(409);
    assertThat(registry.undo(second).statusCode()).isEqualTo(200);
    assertThat(registry.dump()).isEqualTo(between);
    assertThat(registry.undo(first).statusCode()).isEqualTo(200);
    assertThat(registry.dump()).isEqualTo(before);
  }

  @Test
  void refusesWhatCannotBeOne() {
    String anna = registry.person("Anna", "de Vries", "anna@example.org");
    String shop = registry.organization("Shop");
    String shop2 = registry.organization("Shop 2");
    registry.customer(shop2, shop, "distributor");

    assertThat(registry.merge(anna, anna, false).statusCode()).isEqualTo(422);
    assertThat(registry.merge(anna, shop, false).<String>path("type"))
        .isEqualTo("/problems/merge-not-possible");
    assertThat(registry.merge(shop, shop2, true).<String>path("detail")).contains("names both");
    assertThat(registry.merge(anna, freshTenant(), false).statusCode()).isEqualTo(422);
  }

  @Test
  void overlappingMergesAtOnceEachHappenWholeOrNotAtAll() throws SQLException {
    for (int round = 0; round < 5; round++) {
      String a = registry.person("Anna", "A" + round, "a@example.org");
      String b = registry.person("Ana", "B" + round, "b@example.org");
      String c = registry.person("Anne", "C" + round, "c@example.org");
      registry.customer(b, null, "payer");
      List<Response> answers =
          atOnce(
              List.of(
                  () -> registry.merge(a, b, false),
                  () -> registry.merge(b, c, false),
                  () -> registry.merge(c, a, false)));
      assertThat(answers).extracting(Response::statusCode).containsOnly(201, 422);
      assertThat(answers).filteredOn(each -> each.statusCode() == 201).hasSizeBetween(1, 2);
    }
  }

  /// Random parties with random relations: what was is again, row by row.
  @Test
  void mergeAndUndoLeaveEveryRowAsItWas() throws SQLException {
    int tries = Integer.getInteger("property.tries", 20) / 10;
    Random random = new Random(20261122);
    List<String> shops = List.of(registry.organization("One"), registry.organization("Two"));
    for (int i = 0; i < tries; i++) {
      String left = registry.person("Left", "Nr" + i, "same@example.org");
      String right =
          registry.person(
              "Right", "Nr" + i, random.nextBoolean() ? "same@example.org" : "r@example.org");
      for (String party : List.of(left, right)) {
        for (String shop : shops) {
          if (random.nextBoolean()) {
            registry.customer(party, shop, random.nextBoolean() ? "end-user" : "payer");
          }
          if (random.nextBoolean()) {
            registry.member(party, shop);
          }
        }
        if (random.nextBoolean()) {
          registry.customer(party, null, "end-user");
        }
        if (random.nextBoolean()) {
          registry.consent(
              party,
              random.nextBoolean() ? "given" : "withdrawn",
              "2026-0%d-01T10:00:00Z".formatted(1 + random.nextInt(9)));
        }
      }
      var before = registry.dump();
      Response merged = registry.merge(left, right, false);
      assertThat(merged.statusCode()).as(merged.asString()).isEqualTo(201);
      Response undone = registry.undo(merged.path("id"));
      assertThat(undone.statusCode()).as(undone.asString()).isEqualTo(200);
      assertThat(registry.dump()).isEqualTo(before);
    }
  }

  private static List<Response> atOnce(List<Supplier<Response>> requests) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return requests.stream()
          .map(request -> CompletableFuture.supplyAsync(request, threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    } catch (CompletionException e) {
      throw new AssertionError(e.getCause());
    }
  }
}
