package org.customerfocus.agreement.ingest;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A CloudEvent as the API describes it: it is read as JSON, since it may have any attributes.
@Schema(
    description =
        "A CloudEvent, version 1.0, with the report in data. It may have further attributes.",
    additionalProperties = Schema.True.class)
public record EventRequest(
    @Schema(description = "1.0.", required = true, maxLength = 3) String specversion,
    @Schema(description = "The sourceId of the report.", required = true, maxLength = 200)
        String id,
    @Schema(description = "The source of the report.", required = true, maxLength = 100)
        String source,
    @Schema(description = "The sender's own word for it.", required = true, maxLength = 1000)
        String type,
    @Schema(description = "When the sender sent it; the report has its own times.", maxLength = 100)
        @Nullable String time,
    @Schema(maxLength = 100) @Nullable String datacontenttype,
    @Schema(
            description = "The report without source and sourceId.",
            required = true,
            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT,
            maxProperties = 20)
        Map<String, Object> data) {}
