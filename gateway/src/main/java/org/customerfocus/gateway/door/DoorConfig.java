package org.customerfocus.gateway.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// Where the services are, and what is let through to them.
@ConfigMapping(prefix = "customerfocus.gateway")
interface DoorConfig {

  @WithDefault("http://127.0.0.1:8081")
  URI customerUrl();

  @WithDefault("http://127.0.0.1:8082")
  URI surveyUrl();

  @WithDefault("http://127.0.0.1:8083")
  URI agreementUrl();

  /// The largest body that is passed on: what the services take, so that a longer one of
  /// unannounced length is refused here with a problem, and not broken off there without a word.
  /// What the gateway itself reads is bounded by `quarkus.http.limits.max-body-size`.
  @WithDefault("4M")
  MemorySize maxBody();

  /// The largest file of rows (`text/csv`, `application/x-ndjson`) that is passed on: services
  /// spool it and never hold it in memory.
  @WithDefault("1G")
  MemorySize maxFile();

  /// How long a service may take to accept a connection.
  @WithDefault("2S")
  Duration connectTimeout();

  /// How long a service may be silent: as long as the longest transaction may take.
  @WithDefault("60S")
  Duration responseTimeout();

  /// Connections that each event loop keeps to each service.
  @WithDefault("128")
  int connections();

  /// Requests that may wait for a connection on each event loop before more are answered 503.
  @WithDefault("1024")
  int waiting();
}
