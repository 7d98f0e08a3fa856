package org.customerfocus.conventions.testing;

import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.Set;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.Ids;
import org.customerfocus.conventions.token.TokenSigner;

/// Requests as a tenant, signed as the gateway would.
public final class Tokens {

  private Tokens() {}

  /// A tenant that no other test has.
  public static String freshTenant() {
    return Ids.next().toString();
  }

  /// A request in the tenant's name with the given scopes.
  public static RequestSpecification as(String tenant, String... scopes) {
    return bearing(token(new Caller(tenant, "key:test", Set.of(scopes), null, false)));
  }

  public static RequestSpecification bearing(String token) {
    return RestAssured.given().header("Authorization", "Bearer " + token);
  }

  public static String token(Caller caller) {
    return Arc.container().instance(TokenSigner.class).get().sign(caller);
  }
}
