package org.customerfocus.survey.delivery;

import java.time.Instant;
import java.util.UUID;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.invitation.Invited;
import org.customerfocus.survey.permission.Permission;
import org.jspecify.annotations.Nullable;

/// What a worker needs to know to write and send an e-mail, read in one transaction.
///
/// @param ordinal 0 for the invitation, from 1 for reminders
/// @param path of the person's own page, below the platform's base URL
/// @param permission which consents count for the campaign
/// @param unsubscribedAt when the person said here that they want no more surveys
record Errand(
    UUID mail,
    int ordinal,
    Invited invited,
    UUID party,
    PublishedVersion version,
    String path,
    Permission permission,
    @Nullable Instant unsubscribedAt) {}
