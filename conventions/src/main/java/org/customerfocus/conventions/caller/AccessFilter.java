package org.customerfocus.conventions.caller;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;

/// Establishes the caller and enforces what the operation declares, before any of its code runs.
@Provider
@Priority(Priorities.AUTHENTICATION)
class AccessFilter implements ContainerRequestFilter {

  private static final String BEARER = "bearer ";

  private final Authenticator authenticator;
  private final CurrentCaller current;
  private final Map<Method, AccessRule> rules = new ConcurrentHashMap<>();

  @Context ResourceInfo resource;

  AccessFilter(Authenticator authenticator, CurrentCaller current) {
    this.authenticator = authenticator;
    this.current = current;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    AccessRule rule = rules.computeIfAbsent(resource.getResourceMethod(), AccessRule::of);
    if (rule.open()) {
      return;
    }
    Caller caller = authenticator.authenticate(credential(request));
    current.set(caller);
    requireScopes(rule.scopes(), caller);
    if (caller.party() != null && !rule.partyScope()) {
      throw new ProblemException(
          Problems.FORBIDDEN, "A token that is narrowed to one party may not call this operation.");
    }
  }

  private static String credential(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      throw new ProblemException(
          Problems.UNAUTHENTICATED,
          "Send an API key or token: Authorization: Bearer <credential>.");
    }
    if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw new ProblemException(
          Problems.UNAUTHENTICATED, "The Authorization header must be: Bearer <credential>.");
    }
    return header.substring(BEARER.length()).strip();
  }

  private static void requireScopes(Set<String> needed, Caller caller) {
    if (!caller.scopes().containsAll(needed)) {
      throw new ProblemException(
          Problems.FORBIDDEN,
          "This operation needs the scope %s.".formatted(String.join(", ", needed)));
    }
  }
}
