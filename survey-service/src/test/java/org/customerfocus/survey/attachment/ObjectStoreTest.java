package org.customerfocus.survey.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
@WithTestResource(ObjectStoreServer.class)
class ObjectStoreTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final String tenant = freshTenant();

  @Inject TenantWork tenants;
  @Inject EntityManager entities;
  @Inject DueWorkRepository work;

  @Test
  void bytesLieInTheStoreAndComeBackAsTheyWere() {
    String at = attach(openCase(), "Seat 12 A").header("Location");
    assertThat(ObjectStoreServer.keys(tenant)).containsExactly(tenant + "/" + id(at));
    as(tenant, "cases:read", "cases:write", "feedback:write").get(at).then().statusCode(200);
    assertThat(as(tenant, "cases:read", "cases:write", "feedback:write").get(at).asString())
        .isEqualTo("Seat 12 A");
    as(freshTenant(), "cases:read").get(at).then().statusCode(404);
  }

  @Test
  void whatIsDeletedLeavesNoObjectBehind() {
    String at = attach(openCase(), "To be forgotten").header("Location");
    String kept = attach(openCase(), "To be kept").header("Location");
    inTenant(
        () ->
            entities
                .createNativeQuery("DELETE FROM attachment WHERE id = :id")
                .setParameter("id", id(at))
                .executeUpdate());
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(ObjectStoreServer.keys(tenant))
                    .containsExactly(tenant + "/" + id(kept)));
  }

  @Test
  void anUploadThatCameToNothingIsRemoved() {
    UUID lost = UUID.randomUUID();
    String one = openCase();
    // As after a process died between the upload and its commit.
    inTenant(
        () -> {
          work.schedule(Contents.REMOVALS, lost, Instant.now().minusSeconds(1), false);
          return 1;
        });
    String kept = attach(one, "Kept").header("Location");
    await()
        .atMost(SOON)
        .until(
            () ->
                inTenant(
                    () ->
                        entities
                            .createNativeQuery("SELECT attachment_id FROM attachment_removal")
                            .getResultList()
                            .size()),
            left -> left == 0);
    assertThat(ObjectStoreServer.keys(tenant)).containsExactly(tenant + "/" + id(kept));
  }

  @Test
  void anUnknownCaseUploadsNothing() {
    post("/v1/cases/%s/attachments".formatted(UUID.randomUUID()), "Nobody's")
        .then()
        .statusCode(404);
    assertThat(ObjectStoreServer.keys(tenant)).isEmpty();
  }

  @Test
  void aStoreThatIsAwayIsSaidSo() {
    String one = openCase();
    ObjectStoreServer.hangUp();
    try {
      Response refused = post("/v1/cases/%s/attachments".formatted(one), "In vain");
      assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isEqualTo("5");
      assertThat(
              as(tenant, "cases:read", "cases:write", "feedback:write")
                  .get("/v1/cases/%s/attachments".formatted(one))
                  .<List<?>>path("items"))
          .isEmpty();
    } finally {
      ObjectStoreServer.comeBack();
    }
    attach(one, "Again");
  }

  private int inTenant(Supplier<Integer> step) {
    return tenants.call(Caller.system("test", tenant, false), step);
  }

  private String openCase() {
    return as(tenant, "cases:read", "cases:write", "feedback:write")
        .contentType(ContentType.JSON)
        .body(
            """
            {"feedback": {"form": "complaint", "channel": "phone", "text": "My bag is lost."}}""")
        .post("/v1/cases")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private Response attach(String one, String text) {
    Response made = post("/v1/cases/%s/attachments".formatted(one), text);
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made;
  }

  private Response post(String path, String text) {
    return as(tenant, "cases:read", "cases:write", "feedback:write")
        .contentType(ContentType.JSON)
        .body(
            """
            {"fileName": "note.txt", "content": "%s"}"""
                .formatted(
                    Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))))
        .post(path);
  }

  private static UUID id(String location) {
    return UUID.fromString(location.replaceAll(".*/attachments/|/content", ""));
  }
}
