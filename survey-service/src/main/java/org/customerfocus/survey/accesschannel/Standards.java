package org.customerfocus.survey.accesschannel;

import java.util.UUID;
import org.customerfocus.conventions.servicetime.ServiceCalendar;
import org.jspecify.annotations.Nullable;

/// What is promised on an access channel, in seconds of service time; null where nothing is.
public record Standards(
    UUID channelId,
    String code,
    @Nullable Long answerWithin,
    @Nullable Long acknowledgeWithin,
    @Nullable Long respondWithin,
    @Nullable Long resolveWithin,
    ServiceCalendar calendar) {}
