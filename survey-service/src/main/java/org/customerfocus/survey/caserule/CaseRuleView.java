package org.customerfocus.survey.caserule;

import java.time.Instant;
import java.util.UUID;
import org.customerfocus.survey.complaint.CaseWeight;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A rule as it is answered.
@Schema(description = "Which responses or feedback open a case by themselves.")
record CaseRuleView(
    UUID id,
    String name,
    RuleSource source,
    @Nullable UUID surveyId,
    String condition,
    Boolean active,
    @Nullable CaseWeight severity,
    @Nullable UUID ownerPartyId,
    @Nullable String channel,
    Instant createdAt,
    Instant updatedAt) {}
