package org.customerfocus.customer.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What holds for one party on one day.
@Schema(
    name = "PartyConsentsView",
    description = "For each purpose and channel that was ever spoken of, what holds on a day.")
record PartyConsentsView(UUID partyId, LocalDate asOf, List<ConsentStateView> items) {

  /// The statement that decides about one purpose and channel.
  @Schema(
      name = "ConsentStateView",
      description =
          "The newest statement about a purpose and a channel. A basis that binds (contract,"
              + " legal-obligation, vital-interests) has an item of its own.")
  record ConsentStateView(
      String purpose,
      ContactChannel channel,
      @Schema(description = "Whether its validTo is over: then nothing holds.") boolean expired,
      ConsentView consent) {

    static ConsentStateView of(Consent consent, LocalDate asOf) {
      ConsentView view = consent.view();
      return new ConsentStateView(
          view.purpose(), view.channel(), consent.statement().expired(asOf), view);
    }
  }
}
