package org.customerfocus.conventions.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event in the envelope of CloudEvents 1.0, with the platform's extension attributes.
///
/// @param source the service it happened in
/// @param subject the id of the resource
/// @param tenantid the tenant it belongs to
/// @param position its place in the service's feed: dense, in commit order
/// @param test whether the tenant is a test tenant
public record CloudEvent(
    String specversion,
    UUID id,
    String source,
    String type,
    String subject,
    Instant time,
    String datacontenttype,
    JsonNode data,
    String tenantid,
    long position,
    boolean test,
    @Nullable String traceparent) {}
