package org.customerfocus.customer.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.conventions.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class PartyResourceTest {

  private final String tenant = freshTenant();

  @AfterEach
  void goOn() {
    TestClock.run();
  }

  @Test
  void everythingOfAPartyIsKeptInItsOneForm() {
    Response created =
        post(
            """
            {
              "kind": "person",
              "givenName": "Ada",
              "familyName": "Okafor",
              "birthDate": "1990-05-01",
              "otherNames": [{"type": "birth", "name": "Ada Eze", "validTo": "2015-06-01"}],
              "contactPoints": [
                {"type": "email", "value": " Ada@NorthPier.EXAMPLE ", "purpose": "work",
                 "verification": {"method": "confirmation-link",
                                  "verifiedAt": "2026-11-01T08:00:00Z"}},
                {"type": "phone", "value": "020 123 4567", "region": "NL",
                 "validFrom": "2026-01-01"}
              ],
              "postalAddresses": [{"lines": ["Pier 4"], "postalCode": "1011 AB",
                                   "locality": "Amsterdam", "country": "NL"}],
              "identifiers": [{"scheme": "iban", "value": "nl91 abna 0417 1643 00"}],
              "externalRefs": [{"scheme": "crm", "value": "7"}],
              "preferences": {"languages": ["nl", "pt-BR"], "timeZone": "Europe/Amsterdam",
                              "channels": ["email"]}
            }""");
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    Json.assertBody(
        created,
        """
        {
          "id": "${uuid}",
          "kind": "person",
          "name": "Ada Okafor",
          "givenName": "Ada",
          "familyName": "Okafor",
          "birthDate": "1990-05-01",
          "otherNames": [{"type": "birth", "name": "Ada Eze", "validTo": "2015-06-01"}],
          "contactPoints": [
            {"type": "email", "value": "ada@northpier.example", "purpose": "work",
             "verification": {"method": "confirmation-link",
                              "verifiedAt": "2026-11-01T08:00:00Z"}},
            {"type": "phone", "value": "+31201234567", "validFrom": "2026-01-01"}
          ],
          "postalAddresses": [{"lines": ["Pier 4"], "postalCode": "1011 AB",
                               "locality": "Amsterdam", "country": "NL"}],
          "identifiers": [{"scheme": "iban", "value": "NL91ABNA0417164300"}],
          "externalRefs": [{"scheme": "crm", "value": "7"}],
          "preferences": {"languages": ["nl", "pt-BR"], "timeZone": "Europe/Amsterdam",
                          "channels": ["email"]},
          "createdAt": "${instant}",
          "updatedAt": "${instant}"
        }""");
    String path = "/v1/parties/" + created.path("id");
    assertThat(get(path).asString()).isEqualTo(created.asString());
    for (String filter :
        List.of(
            "identifier==NL91ABNA0417164300",
            "birthDate=lt=1991-01-01",
            "otherName==Ada*",
            "postalCode==\"1011 AB\"",
            "contactPoint==%2B31201234567")) {
      assertThat(
              get("/v1/parties?filter=" + filter.replace(" ", "%20").replace("\"", "%22"))
                  .<List<?>>path("items"))
          .as(filter)
          .hasSize(1);
    }
    assertThat(patch(path, "{\"contactPoints\": []}").<List<?>>path("contactPoints")).isEmpty();
    assertThat(patch(path, "{\"contactPoints\": []}").header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void everyFaultIsNamed() {
    Response refused =
        post(
            """
            {
              "kind": "organization",
              "name": "North Pier",
              "birthDate": "1990-05-01",
              "otherNames": [{"type": "legal", "name": "N", "validFrom": "2026-01-01",
                              "validTo": "2026-01-01"}],
              "contactPoints": [{"type": "email", "value": "nobody"},
                                {"type": "phone", "value": "020 123 4567"}],
              "postalAddresses": [{"lines": []}, {"lines": ["A"], "country": "XX"}],
              "identifiers": [{"scheme": "iban", "value": "NL91ABNA0417164301"}],
              "externalRefs": [{"scheme": "crm", "value": "7"}, {"scheme": "crm", "value": "7"}],
              "preferences": {"languages": ["not a tag"], "timeZone": "Mars/Base"}
            }""");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<List<String>>path("errors.pointer"))
        .containsExactly(
            "/birthDate",
            "/preferences/languages/0",
            "/preferences/timeZone",
            "/postalAddresses/0/lines",
            "/postalAddresses/1/country",
            "/externalRefs/1",
            "/otherNames/0/validTo",
            "/contactPoints/0/value",
            "/contactPoints/1/value",
            "/identifiers/0/value");
  }

  @Test
  void aNewNameKeepsTheOldOne() {
    String id =
        post("""
                {"kind": "organization", "name": "Third", "otherNames": [
                  {"type": "former", "name": "First", "validTo": "2010-01-01"},
                  {"type": "former", "name": "Second", "validFrom": "2010-01-01",
                   "validTo": "2020-01-01"},
                  {"type": "trading", "name": "The Third", "validFrom": "2021-01-01"}]}""")
            .path("id");
    String path = "/v1/parties/" + id;
    Response renamed = patch(path, "{\"name\": \"Fourth\"}");
    LocalDate today = Instant.now().atZone(ZoneOffset.UTC).toLocalDate();
    Json.assertSame(
        Json.parse(renamed.asString()).path("otherNames").path(3).toString(),
        "{\"type\": \"former\", \"name\": \"Third\", \"validFrom\": \"2020-01-01\", \"validTo\": \"%s\"}"
            .formatted(today));
    assertThat(nameAsOf(path, "2009-12-31")).isEqualTo("First");
    assertThat(nameAsOf(path, "2010-01-01")).isEqualTo("Second");
    assertThat(nameAsOf(path, "2020-06-01")).isEqualTo("Third");
    assertThat(nameAsOf(path, today.toString())).isEqualTo("Fourth");
    assertThat(get(path + "?asOf=2020-06-01").<List<?>>path("otherNames")).isEmpty();
    assertThat(get(path + "?asOf=2022-06-01").<List<String>>path("otherNames.name"))
        .containsExactly("The Third");
    // A second rename on one day, and one that says itself what the names were.
    assertThat(patch(path, "{\"name\": \"Fifth\"}").<List<?>>path("otherNames")).hasSize(5);
    Response corrected = patch(path, "{\"name\": \"Sixth\", \"otherNames\": []}");
    assertThat(corrected.<List<?>>path("otherNames")).isEmpty();
  }

  @Test
  void everyVersionIsKept() {
    TestClock.stop(Instant.now().minusSeconds(2));
    Response created = post("{\"kind\": \"person\", \"givenName\": \"Ada\"}");
    String path = "/v1/parties/" + created.path("id");
    TestClock.advance(Duration.ofSeconds(1));
    Instant between = new TestClock().instant();
    TestClock.advance(Duration.ofSeconds(1));
    Response changed =
        patch(
            path,
            "{\"contactPoints\": [{\"type\": \"email\", \"value\": \"ada@a.example\", \"validTo\": \"2030-01-01\"}]}");
    Response known = get(path + "?knownAt=" + between);
    assertThat(known.asString()).isEqualTo(created.asString());
    assertThat(known.header("ETag")).isEqualTo("\"0\"");
    assertThat(get(path + "?knownAt=" + Instant.now()).asString()).isEqualTo(changed.asString());
    assertThat(
            get(path + "?knownAt=" + Instant.now() + "&asOf=2030-01-01")
                .<List<?>>path("contactPoints"))
        .isEmpty();
    assertThat(get(path + "?knownAt=2020-01-01T00:00:00Z").statusCode()).isEqualTo(404);
    assertThat(get(path + "?asOf=tomorrow").statusCode()).isEqualTo(400);

    Response first = get(path + "/history?limit=1&total=true");
    assertThat(first.<Integer>path("total")).isEqualTo(2);
    Json.assertSame(
        Json.parse(first.asString()).path("items").path(0).path("party").toString(),
        created.asString());
    Response second = get(path + "/history?limit=1&cursor=" + first.path("nextCursor"));
    assertThat(second.<List<Integer>>path("items.version")).containsExactly(1);
    assertThat(get(path + "/history?sort=-id").<List<Integer>>path("items.version"))
        .containsExactly(1, 0);
    assertThat(as(freshTenant(), "customers:read").get(path + "/history").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aKeyOfAnotherSystemMeansOneParty() {
    Response created = put("crm/A%20%2F1", "{\"kind\": \"organization\", \"name\": \"Pier\"}");
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    assertThat(created.header("Location")).isEqualTo("/v1/parties/" + created.path("id"));
    assertThat(created.<String>path("externalRefs[0].value")).isEqualTo("A /1");
    Response again = put("crm/A%20%2F1", "{\"kind\": \"organization\", \"name\": \"Pier\"}");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.header("ETag")).isEqualTo("\"0\"");
    Response changed =
        put(
            "crm/A%20%2F1",
            """
            {"kind": "organization", "name": "Pier", "externalRefs": [
              {"scheme": "erp", "value": "9"}]}""");
    assertThat(changed.<List<String>>path("externalRefs.scheme")).containsExactly("erp", "crm");
    assertThat(put("erp/9", "{\"kind\": \"organization\", \"name\": \"Pier 2\"}").asString())
        .contains("\"crm\"", "Pier 2");
    assertThat(getRef("erp/9").<String>path("id")).isEqualTo(created.path("id"));
    assertThat(getRef("crm/none").statusCode()).isEqualTo(404);

    Response taken =
        post(
            "{\"kind\": \"person\", \"givenName\": \"A\", \"externalRefs\": [{\"scheme\": \"erp\", \"value\": \"9\"}]}");
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(taken.<String>path("detail")).contains(created.<String>path("id"));
    assertThat(put("erp/9", "{\"kind\": \"person\", \"givenName\": \"A\"}").statusCode())
        .isEqualTo(422);
    assertThat(
            put("Not%20a%20scheme/9", "{\"kind\": \"person\", \"givenName\": \"A\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void manyWhoSendOneKeyMakeOneParty() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Integer>> puts =
          IntStream.range(0, 32)
              .<Callable<Integer>>mapToObj(
                  i ->
                      () ->
                          put(
                                  "crm/raced",
                                  "{\"kind\": \"organization\", \"name\": \"Pier %d\"}"
                                      .formatted(i))
                              .statusCode())
              .toList();
      List<Integer> statuses =
          threads.invokeAll(puts).stream()
              .map(
                  each -> {
                    try {
                      return each.get();
                    } catch (Exception e) {
                      throw new AssertionError(e);
                    }
                  })
              .toList();
      assertThat(statuses).containsOnlyOnce(201);
      assertThat(statuses).filteredOn(status -> status == 200).hasSize(31);
    }
    assertThat(get("/v1/parties?total=true").<Integer>path("total")).isEqualTo(1);
    assertThat(
            get("/v1/parties/" + getRef("crm/raced").path("id") + "/history?total=true")
                .<Integer>path("total"))
        .isEqualTo(32);
  }

  private String nameAsOf(String path, String day) {
    return get(path + "?asOf=" + day).path("name");
  }

  private Response put(String ref, String body) {
    return as(tenant, "customers:write")
        .urlEncodingEnabled(false)
        .contentType(ContentType.JSON)
        .body(body)
        .put("/v1/parties/by-ref/" + ref);
  }

  private Response getRef(String ref) {
    return as(tenant, "customers:read").urlEncodingEnabled(false).get("/v1/parties/by-ref/" + ref);
  }

  private Response post(String body) {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/parties");
  }

  private Response patch(String path, String body) {
    return as(tenant, "customers:write")
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(body)
        .patch(path);
  }

  private Response get(String path) {
    return as(tenant, "customers:read").urlEncodingEnabled(false).get(path);
  }
}
