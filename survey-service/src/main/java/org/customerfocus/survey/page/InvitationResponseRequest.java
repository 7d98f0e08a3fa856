package org.customerfocus.survey.page;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.response.Signals;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The answers of an invited person, as a program hands them in.
@Schema(description = "An invited person's answers to the survey version of their invitation.")
record InvitationResponseRequest(
    @NotNull @Size(max = 500) @Schema(description = "One entry a question, as for createResponse.")
        List<@NotNull @Valid Answer> answers,
    @Valid @Nullable Signals signals) {}
