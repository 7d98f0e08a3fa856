package org.customerfocus.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The tenants that were made here and the keys to them: the gateway shows a key once, so it is
/// kept in a file that only the owner may read. The first entry is the first tenant.
final class Tenants {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// @param handle its public name, part of public links
  /// @param apiKey a key with every scope
  record Tenant(String id, String handle, String apiKey) {}

  private final Path file;
  private final Gateway gateway;
  private final String operatorKey;
  private final Map<String, Tenant> known;

  Tenants(Path secrets, Gateway gateway, String operatorKey) throws IOException {
    this.file = secrets.resolve("tenants.json");
    this.gateway = gateway;
    this.operatorKey = operatorKey;
    this.known =
        Files.exists(file)
            ? JSON.readValue(
                Files.readString(file), new TypeReference<LinkedHashMap<String, Tenant>>() {})
            : new LinkedHashMap<>();
  }

  /// The first tenant of this data folder, made as `local` when there is none.
  Tenant first() throws IOException {
    forgetUnknown();
    return known.isEmpty() ? named("local", "Local") : known.values().iterator().next();
  }

  /// The tenant of a purpose, made when there is none yet.
  Tenant named(String handle, String name) throws IOException {
    forgetUnknown();
    Tenant tenant = known.get(handle);
    if (tenant == null) {
      tenant = create(handle, name);
      known.put(handle, tenant);
      PrivateFiles.write(file, JSON.writeValueAsString(known));
    }
    return tenant;
  }

  /// Keys that the gateway no longer takes (revoked, or of a database that is gone).
  private void forgetUnknown() {
    known.values().removeIf(tenant -> !gateway.with(tenant.apiKey()).accepted());
  }

  private Tenant create(String handle, String name) {
    // A handle can be taken by a tenant whose key is lost: then the next free one.
    for (int attempt = 1; ; attempt++) {
      String candidate = attempt == 1 ? handle : handle + "-" + attempt;
      Gateway.Answer answer =
          gateway
              .with(operatorKey)
              .post(
                  "/v1/tenants",
                  JSON.createObjectNode()
                      .put("handle", candidate)
                      .put("name", name)
                      .put("mode", "live")
                      .put("timeZone", "America/Los_Angeles"));
      if (answer.status() == 409 && attempt < 100) {
        continue;
      }
      JsonNode tenant = answer.expect(201);
      return new Tenant(
          tenant.path("id").asText(), candidate, tenant.path("apiKey").path("secret").asText());
    }
  }
}
