package org.customerfocus.survey.response;

import java.util.Map;
import java.util.UUID;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.jspecify.annotations.Nullable;

/// Where a respondent comes from, and what is known of them. Of an anonymous survey's respondent
/// nothing is kept but the channel and the attributes that the survey itself asks for.
///
/// @param linkId the link that was opened
/// @param invitationId the invitation that was followed: there is one response to it
/// @param channel such as `link`, `email`, `kiosk` or `embed`
/// @param touchpointId what it is about
/// @param offeringId what it is about
/// @param attributes what was frozen at the invitation; those that the survey version does not
///   have, or of another type, are left out
public record Origin(
    @Nullable UUID linkId,
    @Nullable UUID invitationId,
    @Nullable UUID campaignId,
    String channel,
    @Nullable UUID customerId,
    @Nullable UUID partyId,
    @Nullable UUID touchpointId,
    @Nullable UUID offeringId,
    Map<String, AttributeValue> attributes) {}
