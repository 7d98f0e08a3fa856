package org.customerfocus.gateway.proxy;

import java.time.Duration;

/// The limits of the proxy.
///
/// @param maxBody the largest request body, in bytes
/// @param connectTimeout how long a service may take to accept a connection; a request waits twice
///   as long for one to come free
/// @param responseTimeout how long a service may be silent, both before its answer and within it
/// @param connections how many connections each event loop keeps to each service
/// @param waiting how many requests may wait for a connection before more are answered 503
public record ProxySettings(
    long maxBody,
    Duration connectTimeout,
    Duration responseTimeout,
    int connections,
    int waiting) {}
