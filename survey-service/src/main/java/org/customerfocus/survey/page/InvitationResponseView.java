package org.customerfocus.survey.page;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What became of the answers of an invited person.
@Schema(description = "The response of an invited person was recorded.")
record InvitationResponseView(
    UUID invitationId,
    UUID surveyVersionId,
    @Schema(description = "The response; of an anonymous survey nobody is told which one it is.")
        @Nullable UUID responseId) {}
