package org.customerfocus.gateway.page;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.customerfocus.gateway.contract.Contract;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.jspecify.annotations.Nullable;

/// The merged contract, for programs and for people.
@Path("/")
@NonBlocking
public class ContractPages {

  private static final String YAML = "application/yaml";
  private static final String SCRIPT = "META-INF/resources/webjars/scalar/scalar.js";
  // The page shows what this host serves and talks to nobody else.
  private static final String POLICY =
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
          + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
          + " connect-src 'self'; worker-src 'self' blob:; frame-ancestors 'none'";
  private static final String REFERENCE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>API reference · Customer focus platform</title>
      <link rel="icon" href="data:,">
      </head>
      <body>
      <div id="app"></div>
      <noscript>The API reference needs JavaScript; the same is in <a href="/openapi.yaml">the
      OpenAPI document</a>.</noscript>
      <script src="/docs/scalar.js"></script>
      <script>
      Scalar.createApiReference("#app", {
        url: "/openapi.json",
        withDefaultFonts: false,
        telemetry: false,
        hideClientButton: true,
        showDeveloperTools: "never",
        agent: { disabled: true }
      });
      </script>
      </body>
      </html>
      """;

  private final Cached yaml;
  private final Cached json;
  private final Cached script;

  ContractPages(Contract contract) {
    this.yaml = Cached.of(contract.yaml().getBytes(StandardCharsets.UTF_8));
    this.json = Cached.of(contract.json().getBytes(StandardCharsets.UTF_8));
    this.script = Cached.of(script());
  }

  @GET
  @Path("openapi.yaml")
  @Produces(YAML)
  @Operation(hidden = true)
  @SecurityRequirements
  public Response yaml(@HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings) {
    return yaml.answer(encodings, YAML);
  }

  @GET
  @Path("openapi.json")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  @SecurityRequirements
  public Response json(@HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings) {
    return json.answer(encodings, MediaType.APPLICATION_JSON);
  }

  @GET
  @Path("docs")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  @SecurityRequirements
  public Response reference() {
    return Response.ok(REFERENCE).header("Content-Security-Policy", POLICY).build();
  }

  @GET
  @Path("docs/scalar.js")
  @Produces("text/javascript")
  @Operation(hidden = true)
  @SecurityRequirements
  public Response script(@HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encodings) {
    return script.answer(encodings, "text/javascript;charset=UTF-8");
  }

  private static byte[] script() {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IllegalStateException("The script of the API reference is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
