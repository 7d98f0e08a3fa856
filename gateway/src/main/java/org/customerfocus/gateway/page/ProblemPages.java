package org.customerfocus.gateway.page;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.ProblemType;
import org.customerfocus.gateway.contract.Contract;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;

/// The pages that the `type` of a problem leads to.
@Path("/problems")
@NonBlocking
@Produces(MediaType.TEXT_HTML)
public class ProblemPages {

  private final Contract contract;

  ProblemPages(Contract contract) {
    this.contract = contract;
  }

  @GET
  @Operation(hidden = true)
  @SecurityRequirements
  public String index() {
    String rows =
        contract.problemTypes().stream().map(ProblemPages::row).collect(Collectors.joining());
    return Html.page(
        "Problem types",
        """
        <p><a href="/">Customer focus platform</a></p>
        <h1>Problem types</h1>
        <p>Every error of the API is a <code>application/problem+json</code> body (RFC 9457) whose
        <code>type</code> leads to one of these pages.</p>
        <table>
        <tr><th>Status</th><th>Type</th><th>Meaning</th></tr>
        %s</table>
        """
            .formatted(rows));
  }

  @GET
  @Path("/{slug}")
  @Operation(hidden = true)
  @SecurityRequirements
  public String page(@PathParam("slug") String slug) {
    return contract.problemTypes().stream()
        .filter(type -> type.slug().equals(slug))
        .findAny()
        .map(ProblemPages::page)
        .orElseThrow(() -> ProblemException.notFound("problem type", slug));
  }

  private static String row(ProblemType type) {
    return """
        <tr><td>%d</td><td><a href="/problems/%s"><code>%s</code></a></td><td>%s</td></tr>
        """
        .formatted(type.status(), type.slug(), type.slug(), Html.escape(type.title()));
  }

  private static String page(ProblemType type) {
    return Html.page(
        type.title(),
        """
        <p><a href="/problems">Problem types</a></p>
        <h1>%s</h1>
        <p>HTTP status <strong>%d</strong> · type <code>%s</code></p>
        <p>%s</p>
        <p>The <code>detail</code> of the answer says what happened this time, <code>errors</code>
        which fields are at fault, and <code>requestId</code> is what to tell us when in doubt.</p>
        """
            .formatted(
                Html.escape(type.title()),
                type.status(),
                Html.escape(type.uri()),
                Html.escape(type.explanation())));
  }
}
