package org.customerfocus.customer.consent;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.consent.PartyConsentsView.ConsentStateView;
import org.customerfocus.customer.party.PartyService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What holds for one party, over HTTP.
@Path("/v1/parties/{id}/consents")
@Tag(name = "Consents", description = "What parties allowed or refused, and on which legal basis.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PartyConsentsResource {

  private final ConsentRepository consents;
  private final PartyService parties;
  private final InstantSource clock;

  PartyConsentsResource(ConsentRepository consents, PartyService parties, InstantSource clock) {
    this.consents = consents;
    this.parties = parties;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "getPartyConsents",
      summary = "Get what holds for a party on a day",
      description =
          "For each purpose and channel the newest statement that had begun by that day. Whether"
              + " the party may be contacted follows from all of them together: ask"
              + " getContactPermissions.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public PartyConsentsView get(
      @PathParam("id") UUID id,
      @QueryParam("asOf") @Parameter(description = "The day; today (UTC) unless said otherwise.")
          @Nullable LocalDate asOf,
      @QueryParam("knownAt")
          @Parameter(description = "Only what had been recorded by this instant.")
          @Nullable Instant knownAt) {
    if (parties.byId(List.of(id)).isEmpty()) {
      throw ProblemException.notFound("party", id);
    }
    Instant now = clock.instant();
    LocalDate on = asOf == null ? now.atZone(ZoneOffset.UTC).toLocalDate() : asOf;
    return new PartyConsentsView(
        id,
        on,
        consents.newest(id, on, knownAt == null ? now : knownAt).stream()
            .map(each -> ConsentStateView.of(each, on))
            .toList());
  }
}
