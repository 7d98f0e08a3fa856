package org.customerfocus.survey.response;

import java.util.UUID;

/// Told within the transaction that completes the response of an invited person, unless the survey
/// is anonymous.
public record InvitationAnswered(UUID invitationId) {}
