package org.customerfocus.survey.gemba;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What was seen on a visit.
@Schema(
    name = "GembaObservation",
    description = "What was seen on a visit, where and with whom. What is not said is seen.")
record GembaObservation(
    @NotNull
        @Size(max = 60)
        @Pattern(regexp = GembaVisitRequest.KEY, message = GembaVisitRequest.KEY_SAYS)
        @Schema(description = "Names it within the visit; it keeps its id under this key.")
        String key,
    @NotBlank @Size(max = 5000) @Schema(description = "What people did, and what it led to.")
        String seen,
    @Size(min = 1, max = 5000) @Schema(description = "What they said of it, in their own words.")
        @Nullable String said,
    @Size(min = 1, max = 500) @Schema(description = "Where it was seen.") @Nullable String where,
    @Schema(description = "With whom, where that is a known party.") @Nullable UUID withPartyId,
    @Size(min = 1, max = 300) @Schema(description = "With whom, in words.")
        @Nullable String withWhom,
    @Size(min = 1, max = 20)
        @Schema(description = "What shows it: addresses of pictures, numbers of tickets, times.")
        @Nullable List<@NotBlank @Size(max = 2000) String> evidence,
    @Nullable UUID offeringId,
    @Nullable UUID touchpointId,
    @Schema(description = "The requirement that it tells something of.")
        @Nullable UUID requirementId) {}
