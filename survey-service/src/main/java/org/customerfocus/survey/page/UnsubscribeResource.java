package org.customerfocus.survey.page;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.http.AnyQuery;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.survey.invitation.Ledger;
import org.customerfocus.survey.link.Links;
import org.customerfocus.survey.permission.Suppressions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/// Where the recipient of an e-mail ends them. A link that is closed or has expired still does.
@Path("/s/{token}/unsubscribe")
@RunOnVirtualThread
@AnyQuery
public class UnsubscribeResource {

  private final Links links;
  private final Ledger ledger;
  private final Suppressions suppressions;
  private final Screens screens;
  private final Journal journal;

  UnsubscribeResource(
      Links links, Ledger ledger, Suppressions suppressions, Screens screens, Journal journal) {
    this.links = links;
    this.ledger = ledger;
    this.suppressions = suppressions;
    this.screens = screens;
    this.journal = journal;
  }

  /// Asks first: mail scanners follow links, and must not unsubscribe anybody.
  @GET
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "responses:submit")
  public Response ask(@PathParam("token") String token, @BeanParam Asked asked) {
    return party(token) == null
        ? screens.unsubscribing(404, "unsubscribe.unknown", asked)
        : screens.unsubscribing(200, "unsubscribe.ask", asked);
  }

  /// The button of the page, and the one click of RFC 8058, whose body says nothing more.
  @POST
  @Command
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "responses:submit")
  public Response unsubscribe(@PathParam("token") String token, @BeanParam Asked asked) {
    Links.Followed link = follow(token);
    UUID party = party(token);
    if (link == null || party == null) {
      return screens.unsubscribing(404, "unsubscribe.unknown", asked);
    }
    if (suppressions.add(party)) {
      journal.record(Change.of("survey-link", "unsubscribed", link.id()));
    }
    return screens.unsubscribing(200, "unsubscribe.done", asked);
  }

  private @Nullable UUID party(String token) {
    Links.Followed link = follow(token);
    UUID invitation = link == null ? null : link.invitationId();
    return invitation == null ? null : ledger.get(invitation).partyId();
  }

  private Links.@Nullable Followed follow(String token) {
    return links.follow(token.substring(token.indexOf('.') + 1));
  }
}
