package org.customerfocus.customer.consent;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.consent.ContactPermissionsView.ContactPermissionView;
import org.customerfocus.customer.party.PartyService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Whether parties may be contacted, over HTTP.
@Path("/v1/contact-permissions")
@Tag(name = "Consents", description = "What parties allowed or refused, and on which legal basis.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ContactPermissionResource {

  private static final Permission UNKNOWN =
      new Permission(false, PermissionReason.UNKNOWN_PARTY, null);

  private final ConsentRepository consents;
  private final PartyService parties;
  private final InstantSource clock;

  ContactPermissionResource(ConsentRepository consents, PartyService parties, InstantSource clock) {
    this.consents = consents;
    this.parties = parties;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "getContactPermissions",
      summary = "Ask whether parties may be contacted",
      description =
          """
          For one purpose over one channel on one day, and up to 50 parties at once. Of the \
          statements about the purpose or about any, over the channel or over any: per purpose and \
          channel the newest counts, unless it has expired. A basis that binds (contract, \
          legal-obligation, vital-interests) for this very purpose allows. Otherwise a refusal \
          wins, whichever permission is more specific or newer; only a newer permission of the same \
          purpose and channel ends it. Otherwise a permission allows. Where nothing was said the \
          answer is no.""")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public ContactPermissionsView get(
      @QueryParam("partyId")
          @NotNull
          @Size(min = 1, max = 50)
          @Parameter(
              description = "The parties; named once each.",
              example = "[\"01a0b7c4-2f6e-7d11-9a3c-5b8e2f4d6a12\"]")
          List<UUID> partyIds,
      @QueryParam("purpose")
          @NotNull
          @Size(min = 1, max = 60)
          @Pattern(regexp = ConsentRequest.PURPOSE_FORM)
          @Parameter(description = "What for; a purpose of its own, not any.")
          String purpose,
      @QueryParam("channel")
          @NotNull
          @Parameter(description = "Over what; a channel of its own, not any.")
          ContactChannel channel,
      @QueryParam("on") @Parameter(description = "The day; today (UTC) unless said otherwise.")
          @Nullable LocalDate on) {
    if (purpose.equals(ConsentRequest.ANY_PURPOSE)) {
      throw ProblemException.parameter("purpose", "name the purpose of the contact");
    }
    if (channel == ContactChannel.ANY) {
      throw ProblemException.parameter("channel", "name the channel of the contact");
    }
    LocalDate day = on == null ? clock.instant().atZone(ZoneOffset.UTC).toLocalDate() : on;
    Set<UUID> known = parties.byId(partyIds).keySet();
    Map<UUID, List<Statement>> said = consents.about(partyIds, purpose, channel);
    return new ContactPermissionsView(
        purpose,
        channel,
        day,
        partyIds.stream()
            .distinct()
            .map(
                party ->
                    ContactPermissionView.of(
                        party,
                        known.contains(party)
                            ? Permission.decide(
                                said.getOrDefault(party, List.of()), purpose, channel, day)
                            : UNKNOWN))
            .toList());
  }
}
