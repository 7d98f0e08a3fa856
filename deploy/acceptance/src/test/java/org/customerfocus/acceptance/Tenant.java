package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A tenant of its own, and clients of it with as much or as little access as a test needs.
record Tenant(String id, String handle, Api admin, Map<Set<String>, Api> narrowed) {

  private static final AtomicInteger COUNT = new AtomicInteger();

  static Tenant fresh() {
    String handle = "acceptance-" + COUNT.incrementAndGet();
    ObjectNode request =
        Api.object()
            .put("handle", handle)
            .put("name", "Acceptance")
            .put("mode", "live")
            .put("timeZone", "America/Los_Angeles");
    Answer created = Running.operator().post("/v1/tenants", request).expect(201);
    String key = created.json().path("apiKey").path("secret").asText();
    return new Tenant(created.id(), handle, Running.api().as(key), new ConcurrentHashMap<>());
  }

  /// A client whose API key has exactly these scopes.
  Api with(Collection<String> scopes) {
    return narrowed.computeIfAbsent(new TreeSet<>(scopes), this::createKey);
  }

  private Api createKey(Set<String> scopes) {
    // A name for people has no room for the names of all scopes.
    String all = String.join(" ", scopes);
    ObjectNode request = Api.object().put("name", all.substring(0, Math.min(all.length(), 200)));
    ArrayNode names = request.putArray("scopes");
    scopes.forEach(names::add);
    Answer created = admin.post("/v1/api-keys", request).expect(201);
    return admin.as(created.json().path("secret").asText());
  }
}
