package org.customerfocus.survey.response;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An earlier state of a response as it is answered.
@Schema(description = "What a response said before it was amended.")
record ResponseRevisionView(
    UUID id,
    @Schema(description = "The version of the response, as its ETag said.") Long number,
    ResponseStatus status,
    Instant respondedAt,
    @Schema(description = "When the amendment took its place.") Instant replacedAt,
    List<Answer> answers,
    Map<String, AttributeValue> attributes) {}
