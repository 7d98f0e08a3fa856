package org.customerfocus.gateway.access;

import java.util.Set;
import org.customerfocus.conventions.caller.Caller;

/// Whoever runs the platform: makes tenants, and sees nothing that is in them.
public final class Operator {

  /// The reserved tenant that the rows of tenants themselves belong to. Tenants are named by UUIDs,
  /// so none can be called this.
  public static final String TENANT = "operator";

  /// Held by no API key.
  public static final String SCOPE = "operator";

  static final Caller CALLER = new Caller(TENANT, "operator", Set.of(SCOPE), null, false);

  private Operator() {}
}
