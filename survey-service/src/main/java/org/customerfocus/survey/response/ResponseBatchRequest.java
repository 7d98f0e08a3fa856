package org.customerfocus.survey.response;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Many responses at once. The items are validated one by one, so that a bad one does not keep the
/// others out: hence no cascade here.
@Schema(description = "Up to 1,000 responses, each of which is recorded or refused by itself.")
record ResponseBatchRequest(
    @NotNull @Size(min = 1, max = 1000) List<@NotNull ResponseRequest> responses) {}
