package org.customerfocus.survey.campaign;

import java.util.Optional;
import org.customerfocus.conventions.wire.WireEnum;
import org.customerfocus.survey.invitation.InvitationChannel;

/// How people come to a campaign.
enum CampaignChannel implements WireEnum {
  /// A message with the person's own link.
  EMAIL,
  /// The person's own link, handed over by whoever runs the campaign.
  PERSONAL_LINK,
  /// One link for everybody, also as a QR code.
  OPEN_LINK,
  /// A frame or script in another page.
  EMBED,
  /// Invitations that a program asks for.
  API;

  /// For a channel that invites one person at a time.
  Optional<InvitationChannel> invites() {
    return switch (this) {
      case EMAIL -> Optional.of(InvitationChannel.EMAIL);
      case PERSONAL_LINK -> Optional.of(InvitationChannel.PERSONAL_LINK);
      case API -> Optional.of(InvitationChannel.API);
      case OPEN_LINK, EMBED -> Optional.empty();
    };
  }
}
