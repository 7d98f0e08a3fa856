package org.customerfocus.survey.delivery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/// The script that shows a survey within somebody else's page. It sets no cookie, sends nothing
/// anywhere, and makes one frame where it stands.
@Path("/s/{token}/embed.js")
@RunOnVirtualThread
public class EmbedScriptResource {

  private final String script = read();

  @GET
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "responses:submit")
  public Response get() {
    return Response.ok(script, "text/javascript;charset=UTF-8")
        .header("Cache-Control", "public, max-age=3600")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private static String read() {
    try (InputStream in = EmbedScriptResource.class.getResourceAsStream("/mail/embed.js")) {
      if (in == null) {
        throw new IllegalStateException("There is no mail/embed.js on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
