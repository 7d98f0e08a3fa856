package org.customerfocus.survey.campaign;

import java.util.List;
import java.util.UUID;
import org.customerfocus.survey.campaign.AudienceRepository.Occasion;
import org.customerfocus.survey.contactrule.Contacts;
import org.customerfocus.survey.invitation.Frozen;
import org.customerfocus.survey.invitation.InvitationChannel;
import org.customerfocus.survey.invitation.Offer;
import org.jspecify.annotations.Nullable;

/// Someone in an audience, as customer-service tells of them.
///
/// @param customerId the person's own relationship, else that of the customer it stands for
record Member(
    UUID throughCustomerId,
    UUID customerId,
    UUID partyId,
    @Nullable UUID organizationPartyId,
    String lifecycle,
    List<String> roles,
    List<UUID> segmentIds) {

  Frozen frozen() {
    return new Frozen(roles, segmentIds, organizationPartyId);
  }

  Contacts.Person person() {
    return new Contacts.Person(partyId, roles, segmentIds, organizationPartyId);
  }

  Offer.Person invited(InvitationChannel channel, @Nullable Occasion occasion) {
    return occasion == null
        ? new Offer.Person(customerId, partyId, null, channel, frozen())
        : new Offer.Person(
            customerId,
            partyId,
            occasion.id(),
            channel,
            frozen().about(occasion.touchpoint(), occasion.offering()));
  }

  /// The part of the population that the person belongs to, for the draw. Of several roles or
  /// segments it is the first that the audience names, else the least.
  String stratum(@Nullable StratifyBy by, Audience audience) {
    return switch (by) {
      case null -> "";
      case LIFECYCLE -> lifecycle;
      case ORGANIZATION -> organizationPartyId == null ? "" : organizationPartyId.toString();
      case ROLE -> first(audience.roles(), roles);
      case SEGMENT -> first(audience.segmentIds(), segmentIds);
    };
  }

  private static <T> String first(@Nullable List<T> named, List<T> held) {
    if (named != null) {
      for (T each : named) {
        if (held.contains(each)) {
          return each.toString();
        }
      }
    }
    return held.stream().map(Object::toString).sorted().findFirst().orElse("");
  }
}
