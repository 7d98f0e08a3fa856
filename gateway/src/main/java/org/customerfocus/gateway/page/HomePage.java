package org.customerfocus.gateway.page;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;

/// What someone sees who opens the base URL in a browser.
@Path("/")
@NonBlocking
public class HomePage {

  private static final String PAGE =
      Html.page(
          "Customer focus platform",
          """
          <h1>Customer focus platform</h1>
          <p>Know your customers, hear them, promise them something in their own terms, measure
          whether it was kept, and report it back. This is its API.</p>
          <ul>
          <li><a href="/docs">API reference</a>: every operation, with examples</li>
          <li><a href="/openapi.yaml">OpenAPI document</a> (<a href="/openapi.json">JSON</a>), to
          generate clients from</li>
          <li><a href="/problems">Problem types</a>: what errors mean and what to do</li>
          <li><a href="/health">Health</a> of the services</li>
          </ul>
          """);

  @GET
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  @SecurityRequirements
  public String home() {
    return PAGE;
  }
}
