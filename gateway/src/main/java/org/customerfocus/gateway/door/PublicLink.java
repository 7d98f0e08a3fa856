package org.customerfocus.gateway.door;

import org.jspecify.annotations.Nullable;

/// An address that needs no credential, since it holds one: `/s/{tenantHandle}.{secret}` for a
/// respondent, `/c/{tenantHandle}.{secret}` for a complainant, `/r/{tenantHandle}.{secret}` for a
/// reader of a shared report.
///
/// @param service who checks the secret
/// @param scope the one thing that the link allows
/// @param handle the tenant's
record PublicLink(String service, String scope, String handle) {

  /// The link that a path is, or null when it is none.
  static @Nullable PublicLink parse(String path) {
    if (path.length() < 4 || path.charAt(2) != '/') {
      return null;
    }
    int dot = path.indexOf('.', 3);
    int slash = path.indexOf('/', 3);
    boolean complete = dot > 3 && (slash < 0 || dot < slash);
    String handle = complete ? path.substring(3, dot) : "";
    return switch (path.substring(0, 3)) {
      case "/s/" -> new PublicLink("survey", "responses:submit", handle);
      case "/c/" -> new PublicLink("survey", "cases:follow", handle);
      case "/r/" -> new PublicLink("agreement", "reports:read", handle);
      default -> null;
    };
  }
}
