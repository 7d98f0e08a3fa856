package org.customerfocus.gateway.testing;

import java.util.Map;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.gateway.access.KeySecret;

/// What the gateway finds around it: a real PostgreSQL, an operator, and services that echo. The
/// agreement service is down.
public class GatewayPlatform extends Platform {

  /// The operator of the tests' platform.
  public static final String OPERATOR_KEY = "the-operator-of-the-tests";

  private static final EchoService CUSTOMER = new EchoService("customer");
  private static final EchoService SURVEY = new EchoService("survey");

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = super.start();
    settings.put("customerfocus.gateway.customer-url", CUSTOMER.url());
    settings.put("customerfocus.gateway.survey-url", SURVEY.url());
    // Port 1 is nobody's.
    settings.put("customerfocus.gateway.agreement-url", "http://127.0.0.1:1");
    settings.put("customerfocus.gateway.operator-key-hash", KeySecret.digest(OPERATOR_KEY));
    settings.put("customerfocus.gateway.max-body", "2M");
    return settings;
  }
}
