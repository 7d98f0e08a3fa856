package org.customerfocus.survey.delivery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.survey.contactrule.Contacts;
import org.customerfocus.survey.invitation.Ledger;
import org.customerfocus.survey.link.Links;
import org.customerfocus.survey.suppression.Suppressions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/// Where the recipient of an e-mail ends them. A link that is closed or has expired still does.
@Path("/s/{token}/unsubscribe")
@RunOnVirtualThread
public class UnsubscribeResource {

  private final Links links;
  private final Ledger ledger;
  private final Contacts contacts;
  private final Suppressions suppressions;
  private final UnsubscribePages pages;
  private final Journal journal;

  UnsubscribeResource(
      Links links,
      Ledger ledger,
      Contacts contacts,
      Suppressions suppressions,
      UnsubscribePages pages,
      Journal journal) {
    this.links = links;
    this.ledger = ledger;
    this.contacts = contacts;
    this.suppressions = suppressions;
    this.pages = pages;
    this.journal = journal;
  }

  /// Asks first: mail scanners follow links, and must not unsubscribe anybody.
  @GET
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "responses:submit")
  public Response ask(
      @PathParam("token") String token,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
    return party(token) == null ? pages.unknown(languages) : pages.question(languages);
  }

  /// The button of the page, and the one click of RFC 8058, whose body says nothing more.
  @POST
  @Command
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "responses:submit")
  public Response unsubscribe(
      @PathParam("token") String token,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
    Links.Followed link = follow(token);
    UUID party = party(token);
    if (link == null || party == null) {
      return pages.unknown(languages);
    }
    // Whoever draws people for campaigns leaves this one out from now on.
    contacts.unsubscribe(party);
    if (suppressions.add(party)) {
      journal.record(Change.of("survey-link", "unsubscribed", link.id()));
    }
    return pages.done(languages);
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
