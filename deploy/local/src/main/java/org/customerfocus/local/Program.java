package org.customerfocus.local;

import java.nio.file.Path;
import java.util.Locale;

/// The four processes of the platform. The name of each is also the name of its database and of its
/// signing key.
enum Program {
  CUSTOMER("customer-service", "--customer-port", 8081, 176),
  SURVEY("survey-service", "--survey-port", 8082, 160),
  AGREEMENT("agreement-service", "--agreement-port", 8083, 128),
  GATEWAY("gateway", "--port", 8080, 96);

  final String module;
  final String portOption;
  final int usualPort;

  /// Largest heap in MiB: room for an import or a result over some hundred thousand answers, while
  /// all five processes together stay near 1.2 GiB.
  final int heap;

  Program(String module, String portOption, int usualPort, int heap) {
    this.module = module;
    this.portOption = portOption;
    this.usualPort = usualPort;
    this.heap = heap;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  Path jar(Path home) {
    return home.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
  }
}
