package org.customerfocus.gateway.proxy;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/// A request that may pass, with what the gateway has found out about it.
///
/// @param request as it came in, paused
/// @param backend the service that it is for
/// @param authorization the value of `Authorization` for the service; null for an open operation
/// @param requestId see [RequestId]
public record Passage(
    HttpServerRequest request, Backend backend, @Nullable String authorization, String requestId) {}
