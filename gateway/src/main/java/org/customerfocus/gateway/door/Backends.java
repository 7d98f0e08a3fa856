package org.customerfocus.gateway.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import org.customerfocus.gateway.contract.Contract;
import org.customerfocus.gateway.proxy.Backend;

/// The services by the names that the contract gives their owners.
@ApplicationScoped
public class Backends {

  static final String OWN = "gateway";

  private final Map<String, Backend> byName;

  Backends(DoorConfig config, Contract contract) {
    this.byName =
        Map.of(
            "customer", Backend.of("customer", config.customerUrl()),
            "survey", Backend.of("survey", config.surveyUrl()),
            "agreement", Backend.of("agreement", config.agreementUrl()));
    contract.routes().services().stream()
        .filter(service -> !service.equals(OWN) && !byName.containsKey(service))
        .findAny()
        .ifPresent(
            service -> {
              throw new IllegalStateException(
                  "The contract names a service that has no address: " + service);
            });
  }

  Backend of(String service) {
    Backend backend = byName.get(service);
    if (backend == null) {
      throw new IllegalArgumentException("There is no service " + service);
    }
    return backend;
  }

  public Collection<Backend> all() {
    return byName.values();
  }
}
