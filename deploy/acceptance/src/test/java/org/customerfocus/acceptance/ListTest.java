package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.customerfocus.acceptance.Fixtures.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// What every list keeps: whole and without repetition while others write, bound to its filter, and
/// closed to other tenants.
@ExtendWith(Running.class)
class ListTest {

  private static final int ITEMS = 11;

  private static Contract contract;
  private static Fixtures fixtures;

  @BeforeAll
  static void fixtures() {
    contract = Running.contract();
    fixtures = new Fixtures(contract);
  }

  @TestFactory
  Stream<DynamicTest> everyListIsWholeWhileOthersWrite() {
    return lists().map(list -> dynamicTest(list.id(), () -> walk(list)));
  }

  @TestFactory
  Stream<DynamicTest> everyListOfOneOrderIsWholeAtAnyPageSize() {
    return contract.operations().stream()
        .filter(each -> each.isList() && !each.isSortable())
        .map(list -> dynamicTest(list.id(), () -> page(list)));
  }

  private static Stream<Operation> lists() {
    return contract.operations().stream()
        .filter(each -> each.isList() && each.isSortable())
        .filter(each -> !FixtureTable.FOUND_IN_TIME.contains(each.id()));
  }

  private static void page(Operation list) {
    Scene scene = fixtures.in(Tenant.fresh());
    Api client = fixtures.client(list, scene.tenant());
    Request request = scene.request(list);
    List<String> there = ids(client, request.query("limit", "200"));
    assertThat(there)
        .as("items of %s", list)
        .hasSizeGreaterThanOrEqualTo(ITEMS)
        .doesNotHaveDuplicates();
    for (int limit = 2; limit <= 5; limit++) {
      assertThat(ids(client, request.query("limit", String.valueOf(limit))))
          .as("%s, %d at a time", list, limit)
          .isEqualTo(there);
    }
    Request next = request.query("cursor", cursor(client, request));
    client.send(next).expect(200);
    client.send(request.query("cursor", forged(cursor(client, request)))).expect(400);
    showsNothingToOthers(list, request, there);
  }

  private static void walk(Operation list) throws InterruptedException {
    Scene scene = fixtures.in(Tenant.fresh());
    Api client = fixtures.client(list, scene.tenant());
    Request request = scene.request(list);
    Writer writer = Writer.of(scene, list, request);
    for (int i = 0; i < ITEMS; i++) {
      writer.add();
    }
    List<String> there = ids(client, request.query("limit", "200"));
    assertThat(there)
        .as("items of %s", list)
        .hasSizeGreaterThanOrEqualTo(ITEMS)
        .doesNotHaveDuplicates();

    // A membership has no id of its own to show: those who are in it tell its items apart.
    boolean hasIds = client.send(request).expect(200).json().path("items").path(0).has("id");
    AtomicBoolean done = new AtomicBoolean();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable update = updating(scene, list, there.getLast());
    Thread writing = Thread.ofVirtual().start(() -> write(writer, update, done, failure));
    for (String sort : List.of("id", "-id")) {
      for (int limit = 2; limit <= 5; limit++) {
        List<String> walked =
            ids(client, request.query("sort", sort).query("limit", String.valueOf(limit)));
        assertThat(walked).as("%s by %s, %d at a time", list, sort, limit).doesNotHaveDuplicates();
        assertThat(walked).as("%s by %s, %d at a time", list, sort, limit).containsAll(there);
        if (hasIds) {
          assertThat(walked)
              .isSortedAccordingTo(
                  sort.equals("id") ? String::compareTo : Comparator.reverseOrder());
        }
      }
    }
    done.set(true);
    writing.join();
    assertThat(failure.get()).isNull();

    countsOnlyWhenAsked(client, request);
    bindsTheCursor(list, client, request);
    showsNothingToOthers(list, request, there);
  }

  private static void write(
      Writer writer, Runnable update, AtomicBoolean done, AtomicReference<Throwable> failure) {
    try {
      while (!done.get()) {
        writer.add();
        update.run();
        Thread.sleep(5);
      }
    } catch (Throwable e) {
      failure.set(e);
    }
  }

  /// Changes one of the items, where they can be changed.
  private static Runnable updating(Scene scene, Operation list, String id) {
    return contract.operations().stream()
        .filter(each -> each.method().equals("PATCH") && each.path().equals(list.path() + "/{id}"))
        .filter(each -> !each.scopes().contains(FixtureTable.OPERATOR))
        .findFirst()
        .<Runnable>map(
            update -> {
              Request patch = repeatable(scene.request(update).at(list.path() + "/" + id));
              return () -> fixtures.client(update, scene.tenant()).send(patch).expect(200);
            })
        .orElse(() -> {});
  }

  /// Without what begins a life cycle, which it does once.
  private static Request repeatable(Request patch) {
    ObjectNode body = (ObjectNode) Api.read(patch.body());
    if (!body.path("status").asText().equals("scheduled")) {
      return patch;
    }
    body.remove("status");
    return patch.body(body);
  }

  private static void countsOnlyWhenAsked(Api client, Request request) {
    Answer first = client.send(request.query("limit", "1")).expect(200);
    assertThat(first.json().has("total")).isFalse();
    int all = ids(client, request.query("limit", "200")).size();
    Answer counted = client.send(request.query("limit", "1").query("total", "true")).expect(200);
    assertThat(counted.json().path("total").asInt()).isEqualTo(all);
  }

  private static void bindsTheCursor(Operation list, Api client, Request request) {
    String cursor = cursor(client, request);
    Request next = request.query("cursor", cursor);
    client.send(next).expect(200);
    String other = "id!=0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43";
    contract.require(list, client.send(next.query("filter", other)).expect(400));
    contract.require(list, client.send(next.query("sort", "-id")).expect(400));
    client.send(request.query("cursor", forged(cursor))).expect(400);
  }

  private static String cursor(Api client, Request request) {
    return client.send(request.query("limit", "2")).expect(200).json().path("nextCursor").asText();
  }

  private static String forged(String cursor) {
    return (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1);
  }

  private static void showsNothingToOthers(Operation list, Request request, List<String> there) {
    Api stranger = fixtures.client(list, Tenant.fresh());
    if (list.scopes().contains(FixtureTable.OPERATOR)) {
      return;
    }
    Answer answer = stranger.send(request.query("limit", "200"));
    if (list.parameters("path").isEmpty()) {
      answer
          .expect(200)
          .json()
          .path("items")
          .forEach(item -> assertThat(there).doesNotContain(key(item)));
    } else {
      answer.expect(404);
    }
  }

  /// Every page, through to the last.
  private static List<String> ids(Api client, Request request) {
    List<String> ids = new ArrayList<>();
    Request next = request;
    while (true) {
      JsonNode page = client.send(next).expect(200).json();
      page.path("items").forEach(item -> ids.add(key(item)));
      if (!page.has("nextCursor")) {
        return ids;
      }
      assertThat(ids.size()).as("the walk ends").isLessThan(100_000);
      next = request.query("cursor", page.path("nextCursor").asText());
    }
  }

  private static String key(JsonNode item) {
    return Stream.of("id", "customerId", "segmentId", "partyId")
        .filter(item::has)
        .findFirst()
        .map(name -> item.path(name).asText())
        .orElseThrow(() -> new AssertionError("nothing tells this item apart: " + item));
  }

  /// Adds to a list.
  private interface Writer {

    void add();

    static Writer of(Scene scene, Operation list, Request listing) {
      if (FixtureTable.FILLED.contains(list.id())) {
        return () -> {};
      }
      String creator = FixtureTable.CREATORS.get(list.id());
      if (creator != null) {
        return () -> scene.perform(creator);
      }
      Operation create =
          contract.operations().stream()
              .filter(each -> each.path().equals(list.path()) && each.method().equals("POST"))
              .findFirst()
              .orElseThrow(
                  () -> new AssertionError(list + " has no creator: name it in FixtureTable"));
      // In the very collection that is listed, which may be one resource's own.
      return () -> {
        Request request = scene.request(create).at(listing.pathOnly());
        Answer answer = fixtures.client(create, scene.tenant()).send(request);
        assertThat(answer.status()).as("%s", answer).isBetween(200, 299);
      };
    }
  }
}
