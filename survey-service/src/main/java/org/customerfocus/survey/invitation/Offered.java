package org.customerfocus.survey.invitation;

import java.util.List;
import java.util.UUID;

/// Told within the transaction that makes invitations, so that whoever delivers them can note them
/// down in it.
public record Offered(UUID campaignId, InvitationChannel channel, List<UUID> invitationIds) {}
