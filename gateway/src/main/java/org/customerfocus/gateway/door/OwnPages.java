package org.customerfocus.gateway.door;

/// What the gateway answers itself without a credential: its pages and its health.
final class OwnPages {

  private OwnPages() {}

  static boolean has(String path) {
    return switch (path) {
      case "/",
          "/docs",
          "/docs/scalar.js",
          "/openapi.json",
          "/openapi.yaml",
          "/health",
          "/problems",
          "/q/openapi" ->
          true;
      default -> path.startsWith("/problems/") || path.startsWith("/q/health");
    };
  }
}
