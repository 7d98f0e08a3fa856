package org.customerfocus.customer.consent;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.customer.party.PartyService;
import org.customerfocus.customer.reference.RedirectRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/// Where the other services tell that a party has withdrawn what it allowed, as often as it takes:
/// what was said at the same instant is the same statement. The gateway leads nobody here.
@Path("/internal/parties/{id}/refusals")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RefusalResource {

  private final ConsentRepository consents;
  private final PartyService parties;
  private final RedirectRepository redirects;
  private final Statements statements;

  RefusalResource(
      ConsentRepository consents,
      PartyService parties,
      RedirectRepository redirects,
      Statements statements) {
    this.consents = consents;
    this.parties = parties;
    this.redirects = redirects;
    this.statements = statements;
  }

  /// A refusal.
  ///
  /// @param source where it was said
  @Schema(hidden = true)
  record Refusal(
      @NotNull @Size(max = 60) @Pattern(regexp = ConsentRequest.PURPOSE_FORM) String purpose,
      @NotNull ContactChannel channel,
      @NotNull Instant capturedAt,
      @NotNull @Size(max = 200) String source) {}

  @PUT
  @Command
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "consents:refuse")
  public Response record(@PathParam("id") UUID id, @NotNull @Valid Refusal refusal) {
    // Whom the other service knows may have become part of another party since.
    UUID party = redirects.destinations(List.of(id)).getOrDefault(id, id);
    boolean known = !parties.byId(List.of(party)).isEmpty();
    if (known
        && !consents.said(party, refusal.purpose(), refusal.channel(), refusal.capturedAt())) {
      statements.record(withdrawn(party, refusal));
    }
    return Answers.noContent();
  }

  private static ConsentRequest withdrawn(UUID party, Refusal refusal) {
    return new ConsentRequest(
        party,
        refusal.purpose(),
        refusal.channel(),
        LegalBasis.CONSENT,
        ConsentStatus.WITHDRAWN,
        refusal.capturedAt(),
        refusal.source(),
        null,
        null,
        null,
        null);
  }
}
