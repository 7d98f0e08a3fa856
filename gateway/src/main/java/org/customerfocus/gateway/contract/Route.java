package org.customerfocus.gateway.contract;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A path of the contract: who serves it and by which methods.
///
/// @param service the owner, as `x-service` names it
/// @param methods by upper-case name: whether anyone may call, without a credential
public record Route(String service, Map<String, Boolean> methods) {

  public Route {
    methods = Map.copyOf(methods);
  }

  /// A `HEAD` is answered wherever a `GET` is.
  public boolean allows(String method) {
    return methods.containsKey(effective(method));
  }

  public boolean open(String method) {
    return methods.getOrDefault(effective(method), false);
  }

  /// The value of an `Allow` header, in a stable order.
  public String allow() {
    Set<String> all = new TreeSet<>(methods.keySet());
    if (all.contains("GET")) {
      all.add("HEAD");
    }
    all.add("OPTIONS");
    return String.join(", ", all);
  }

  private String effective(String method) {
    return method.equals("HEAD") && !methods.containsKey("HEAD") ? "GET" : method;
  }
}
